import { expect } from 'vitest';
import { messageSeenBy } from '../scenes/chats.ts';
import { foreignBot } from '../scenes/commands.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { contract } from './contract.ts';

/** Bob has written to a bot. */
async function written(world: World, BOT_ID?: number) {
  const bot = BOT_ID ?? (await world.bot());
  return {
    BOT_ID: bot,
    MESSAGE_ID: await world.bob.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: 'thank you' }),
    CLIENT_ID,
  };
}

const like = (more: Record<string, unknown>) => async (world: World) => ({
  params: { ...(await written(world)), ...more },
});

export default contract({
  method: 'imbot.message.like',
  example: like({ ACTION: 'auto' }),
  errors: {
    'BOT_ID_ERROR: Bot not found': like({ BOT_ID: NOBODY }),
    'APP_ID_ERROR: Bot was installed by another REST application': async (world) =>
      like({ BOT_ID: await foreignBot(world) })(world),
    "MESSAGE_ID_ERROR: Message ID can't be empty": async (world) => {
      const elsewhere = await world.bob.ok('im.message.add', { DIALOG_ID: world.alice.id, MESSAGE: 'not for bots' });
      return like({ MESSAGE_ID: elsewhere })(world);
    },
    'WITHOUT_CHANGES: Action completed without changes': like({ ACTION: 'minus' }),
  },
  params: {
    async BOT_ID(world) {
      const [first, second] = [await world.bot({ code: 'first' }), await world.bot({ code: 'second' })];
      const { BOT_ID, ...rest } = await written(world, second);
      await expectRefusal(world.alice, 'imbot.message.like', rest, 'MESSAGE_ID_ERROR');
      await world.alice.ok('imbot.message.like', { ...rest, BOT_ID });
      await expectRefusal(world.alice, 'imbot.message.like', { ...rest, BOT_ID: first }, 'MESSAGE_ID_ERROR');
      expect(await messageSeenBy(world.bob, second, rest.MESSAGE_ID)).toMatchObject({ params: { LIKE: [second] } });
    },
    async MESSAGE_ID(world) {
      const one = await written(world);
      const other = await written(world, one.BOT_ID);
      await world.alice.ok('imbot.message.like', other);
      expect(await messageSeenBy(world.bob, one.BOT_ID, other.MESSAGE_ID)).toMatchObject({
        params: { LIKE: [one.BOT_ID] },
      });
      expect((await messageSeenBy(world.bob, one.BOT_ID, one.MESSAGE_ID)).params).not.toHaveProperty('LIKE');
    },
    async ACTION(world) {
      const params = await written(world);
      const act = async (ACTION: string) =>
        (await world.alice.call('imbot.message.like', { ...params, ACTION })).status;
      expect([
        await act('plus'),
        await act('plus'),
        await act('auto'),
        await act('minus'),
        await act('auto'),
        await act('minus'),
      ]).toEqual([200, 400, 200, 400, 200, 200]);
    },
    async CLIENT_ID(world) {
      await expectRefusal(
        world.alice,
        'imbot.message.like',
        { ...(await written(world)), CLIENT_ID: 'not-mine' },
        'APP_ID_ERROR',
      );
    },
  },
});
