import { expect } from 'vitest';
import { messageSeenBy } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { ATTACH, KEYBOARD, MENU, OVERSIZE, WRONG } from '../scenes/message-parts.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

/** A bot has written to Bob. */
async function written(world: World, more: Record<string, unknown> = {}) {
  const BOT_ID = await world.bot();
  const MESSAGE_ID = await world.alice.ok('imbot.message.add', {
    BOT_ID,
    DIALOG_ID: world.bob.id,
    MESSAGE: 'first',
    CLIENT_ID,
    ...more,
  });
  return { BOT_ID, MESSAGE_ID, CLIENT_ID };
}

const update = (more: Record<string, unknown>) => async (world: World) => ({
  params: { ...(await written(world)), MESSAGE: 'Updated text', ...more },
});

/** The message as Bob sees it after each of the changes. */
async function updated(world: World, ...changes: Record<string, unknown>[]) {
  const params = await written(world);
  const seen = [];
  for (const change of changes) {
    await world.alice.ok('imbot.message.update', { ...params, ...change });
    seen.push(await messageSeenBy(world.bob, params.BOT_ID, params.MESSAGE_ID));
  }
  return seen;
}

export default contract({
  method: 'imbot.message.update',
  example: update({ URL_PREVIEW: 'Y' }),
  errors: {
    'BOT_ID_ERROR: Bot not found': update({ BOT_ID: NOBODY }),
    'APP_ID_ERROR: Bot was installed by another REST application': async (world) =>
      update({ BOT_ID: await foreignBot(world) })(world),
    "MESSAGE_ID_ERROR: Message ID can't be empty": update({ MESSAGE_ID: 0 }),
    'ATTACH_ERROR: Incorrect attach params': update({ ATTACH: WRONG.ATTACH }),
    'ATTACH_OVERSIZE: You have exceeded the maximum allowable size of attach': update({ ATTACH: OVERSIZE.ATTACH }),
    'KEYBOARD_ERROR: Incorrect keyboard params': update({ KEYBOARD: WRONG.KEYBOARD }),
    'KEYBOARD_OVERSIZE: You have exceeded the maximum allowable size of keyboard': update({
      KEYBOARD: OVERSIZE.KEYBOARD,
    }),
    'MENU_ERROR: Incorrect menu params': update({ MENU: WRONG.MENU }),
    'MENU_OVERSIZE: You have exceeded the maximum allowable size of menu': update({ MENU: OVERSIZE.MENU }),
    "CANT_EDIT_MESSAGE: Time has expired for modification or you don't have access": async (world) => {
      const { params } = await update({})(world);
      return {
        params: {
          ...params,
          MESSAGE_ID: await world.bob.ok('im.message.add', { DIALOG_ID: params.BOT_ID, MESSAGE: "Bob's own" }),
        },
      };
    },
  },
  params: {
    async BOT_ID(world) {
      await world.bot({ code: 'the first one' });
      const { BOT_ID, ...rest } = await written(world);
      await expectRefusal(
        world.alice,
        'imbot.message.update',
        { ...rest, MESSAGE: 'by the first' },
        'CANT_EDIT_MESSAGE',
      );
      await world.alice.ok('imbot.message.update', { ...rest, BOT_ID, MESSAGE: 'by its author' });
    },
    async MESSAGE_ID(world) {
      const [one, other] = [await written(world), await written(world)];
      await world.alice.ok('imbot.message.update', { ...one, MESSAGE: 'second' });
      expect(await messageSeenBy(world.bob, one.BOT_ID, one.MESSAGE_ID)).toMatchObject({ text: 'second' });
      expect(await messageSeenBy(world.bob, one.BOT_ID, other.MESSAGE_ID)).toMatchObject({ text: 'first' });
    },
    async MESSAGE(world) {
      const [kept, changed, deleted] = await updated(world, { KEYBOARD }, { MESSAGE: 'second ' }, { MESSAGE: '' });
      expect([kept.text, changed.text]).toEqual(['first', 'second']);
      expect(deleted.params).toMatchObject({ IS_DELETED: 'Y' });
    },
    async ATTACH(world) {
      const [given, cleared] = await updated(world, { ATTACH }, { ATTACH: 'N' });
      expect(given.params).toMatchObject({ ATTACH: [ATTACH] });
      expect(cleared.params).not.toHaveProperty('ATTACH');
    },
    async KEYBOARD(world) {
      const [given, cleared] = await updated(world, { KEYBOARD }, { KEYBOARD: 'N' });
      expect(given.params).toHaveProperty('KEYBOARD');
      expect(cleared.params ?? {}).not.toHaveProperty('KEYBOARD');
    },
    async MENU(world) {
      const [given, cleared] = await updated(world, { MENU }, { MENU: '' });
      expect(given.params).toHaveProperty('MENU');
      expect(cleared.params ?? {}).not.toHaveProperty('MENU');
    },
    async URL_PREVIEW(world) {
      const [plain, usual, rich] = await updated(world, { URL_PREVIEW: 'N' }, {}, { URL_PREVIEW: 'Y' });
      expect(plain.params).toMatchObject({ URL_PREVIEW: 'N' });
      for (const { params } of [usual, rich]) expect(params ?? {}).not.toHaveProperty('URL_PREVIEW');
    },
    async CLIENT_ID(world) {
      const params = { ...(await written(world)), MESSAGE: 'second' };
      await expectRefusal(world.alice, 'imbot.message.update', { ...params, CLIENT_ID: 'not-mine' }, 'APP_ID_ERROR');
    },
  },
});
