import { expect } from 'vitest';
import { messageSeenBy } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

/** A bot has written to Bob. */
async function written(world: World) {
  const BOT_ID = await world.bot();
  const MESSAGE_ID = await world.alice.ok('imbot.message.add', {
    BOT_ID,
    DIALOG_ID: world.bob.id,
    MESSAGE: 'first',
    CLIENT_ID,
  });
  return { BOT_ID, MESSAGE_ID, CLIENT_ID };
}

const remove = (more: Record<string, unknown>) => async (world: World) => ({
  params: { ...(await written(world)), ...more },
});

export default contract({
  method: 'imbot.message.delete',
  example: remove({ COMPLETE: 'N' }),
  errors: {
    'BOT_ID_ERROR: Bot not found': remove({ BOT_ID: NOBODY }),
    'APP_ID_ERROR: Bot was installed by another REST application': async (world) =>
      remove({ BOT_ID: await foreignBot(world) })(world),
    "MESSAGE_ID_ERROR: Message ID can't be empty": remove({ MESSAGE_ID: 'the last one' }),
    "CANT_EDIT_MESSAGE: Time has expired for modification or you don't have access": async (world) => {
      const cause = await remove({})(world);
      world.clock.advance(3 * 24 * 60 * 60_000 + 1);
      return cause;
    },
  },
  params: {
    async BOT_ID(world) {
      await world.bot({ code: 'the first one' });
      const { BOT_ID, ...rest } = await written(world);
      await expectRefusal(world.alice, 'imbot.message.delete', rest, 'CANT_EDIT_MESSAGE');
      await world.alice.ok('imbot.message.delete', { ...rest, BOT_ID });
    },
    async MESSAGE_ID(world) {
      const [one, other] = [await written(world), await written(world)];
      await world.alice.ok('imbot.message.delete', one);
      expect(await messageSeenBy(world.bob, one.BOT_ID, one.MESSAGE_ID)).toMatchObject({ params: { IS_DELETED: 'Y' } });
      expect(await messageSeenBy(world.bob, one.BOT_ID, other.MESSAGE_ID)).toMatchObject({ text: 'first' });
    },
    async COMPLETE(world) {
      const params = await written(world);
      await world.alice.ok('imbot.message.delete', { ...params, COMPLETE: 'Y' });
      expect(await messageSeenBy(world.bob, params.BOT_ID, params.MESSAGE_ID)).toBeUndefined();
    },
    async CLIENT_ID(world) {
      await expectRefusal(
        world.alice,
        'imbot.message.delete',
        { ...(await written(world)), CLIENT_ID: 'not-mine' },
        'APP_ID_ERROR',
      );
    },
  },
});
