import { expect } from 'vitest';
import { chatApp } from '../scenes/chat-apps.ts';
import { messageSeenBy } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { NOBODY, storeRefuses } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

const unregister = async (world: World) => ({ params: { APP_ID: await chatApp(world, await world.bot()), CLIENT_ID } });

export default contract({
  method: 'imbot.app.unregister',
  example: unregister,
  errors: {
    'CHAT_APP_ID_ERROR: Application not found': () => ({ params: { APP_ID: NOBODY, CLIENT_ID } }),
    'APP_ID_ERROR: Application was installed by another REST application': async (world) => {
      const foreign = await chatApp(world, await foreignBot(world), { CLIENT_ID: 'another-app' });
      return { params: { APP_ID: foreign, CLIENT_ID } };
    },
    "WRONG_REQUEST: Application can't be deleted": async (world) => {
      const cause = await unregister(world);
      await storeRefuses(world, 'update on chat_app');
      return cause;
    },
  },
  params: {
    async APP_ID(world) {
      const bot = await world.bot();
      const [gone, other] = [await chatApp(world, bot), await chatApp(world, bot, { CODE: 'other' })];
      const write = (...ids: number[]): Promise<number> =>
        world.alice.ok('imbot.message.add', {
          BOT_ID: bot,
          DIALOG_ID: world.alice.id,
          MESSAGE: 'press',
          KEYBOARD: ids.map((APP_ID) => ({ TEXT: `${APP_ID}`, APP_ID })),
          MENU: ids.map((APP_ID) => ({ TEXT: `${APP_ID}`, APP_ID })),
          CLIENT_ID,
        });
      // One that nobody has ever registered stays as it was written.
      const [several, alone] = [await write(gone, other, 999), await write(gone)];
      const params = async (id: number) => (await messageSeenBy(world.alice, bot, id)).params;
      expect((await params(several)).KEYBOARD.BUTTONS).toHaveLength(3);
      await world.alice.ok('imbot.app.unregister', { APP_ID: gone, CLIENT_ID });
      expect(await params(several)).toMatchObject({
        KEYBOARD: { BUTTONS: [{ APP_ID: other }, { APP_ID: 999 }] },
        MENU: { ITEMS: [{ APP_ID: other }, { APP_ID: 999 }] },
      });
      expect(await params(alone)).toEqual([]);
      expect(await chatApp(world, bot)).not.toBe(gone);
      // The others go with their bot, whose old messages in groups stay.
      await world.alice.ok('imbot.unregister', { BOT_ID: bot, CLIENT_ID });
      const left = await world.app.store.read((work) => work.chatApps.listDeleted([gone, other]));
      expect(left.sort()).toEqual([gone, other]);
    },
  },
});
