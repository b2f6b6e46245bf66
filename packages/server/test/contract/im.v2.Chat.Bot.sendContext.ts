import { expect } from 'vitest';
import { actingBot } from '../scenes/acting-bots.ts';
import { fetch } from '../scenes/fetching.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.v2.Chat.Bot.sendContext';

/** What the bot is told of it. */
async function told(world: World, context: unknown) {
  const acting = await actingBot(world);
  expect(await world.alice.ok(METHOD, { dialogId: String(acting.bot), context })).toEqual({ result: true });
  return (await fetch(acting)).events.map(({ type, data }) => [type, data.dialogId, data.context]);
}

export default contract({
  method: METHOD,
  example: async (world) => ({ params: { dialogId: (await actingBot(world)).bot, context: { page: 'orders' } } }),
  errors: {
    'BOT_NOT_FOUND: Bot not found': ({ bob }) => ({ params: { dialogId: bob.id, context: 'none' } }),
    'WRONG_CONTEXT: Context must be an object': async (world) => ({
      params: { dialogId: (await actingBot(world)).bot, context: 'none' },
    }),
  },
  params: {
    async dialogId(world) {
      const context = { page: 'orders', filter: { open: true, ids: [1, 2] } };
      // The first word between them is that they have met.
      expect(await told(world, context)).toEqual([
        ['ONIMBOTV2JOINCHAT', String(world.alice.id), undefined],
        ['ONIMBOTV2CONTEXTGET', String(world.alice.id), context],
      ]);
      await expectRefusal(world.alice, METHOD, { dialogId: NOBODY, context }, 'BOT_NOT_FOUND');
      // Bots of generation 1 are not told of it.
      await world.alice.ok(METHOD, { dialogId: await world.bot(), context });
    },
    async context(world) {
      expect((await told(world, JSON.stringify({ page: 'from a form' }))).at(-1)).toEqual([
        'ONIMBOTV2CONTEXTGET',
        String(world.alice.id),
        { page: 'from a form' },
      ]);
    },
  },
});
