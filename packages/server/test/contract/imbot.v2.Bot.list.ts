import { expect } from 'vitest';
import { WHOLE_USER } from '../scenes/acting-bots.ts';
import { BOT_TOKEN, secondBot } from '../scenes/second-bot.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Bot.list';

async function three(world: World): Promise<number[]> {
  const ids = [];
  for (const type of ['bot', 'supervisor', 'bot']) ids.push(await secondBot(world, { code: `bot${ids.length}`, type }));
  return ids;
}

async function listed({ alice }: World, params: object = {}): Promise<{ ids: number[]; hasNextPage: boolean }> {
  const { bots, users, hasNextPage } = await alice.ok(METHOD, { botToken: BOT_TOKEN, ...params });
  const ids = bots.map(({ id }: { id: number }) => id);
  expect(users.map(({ id }: { id: number }) => id)).toEqual(ids);
  return { ids, hasNextPage };
}

export default contract({
  method: METHOD,
  async example(world) {
    await secondBot(world);
    return { params: { botToken: BOT_TOKEN, filter: { type: 'bot' }, limit: 10 } };
  },
  shape: (documented) => ({ ...(documented as object), users: [WHOLE_USER] }),
  errors: {
    'BOT_TOKEN_NOT_SPECIFIED: Bot token not specified (botToken is required for webhook auth)': () => ({ params: {} }),
  },
  params: {
    // V2, V6
    async botToken(world) {
      await secondBot(world);
      for (const botToken of ['owns nothing', 'long'.repeat(1000)])
        expect(await listed(world, { botToken })).toEqual({ ids: [], hasNextPage: false });
      expect((await listed(world)).ids.length).toBe(1);
    },
    async 'filter.type'(world) {
      const [first, second, third] = await three(world);
      expect((await listed(world, { filter: { type: 'bot' } })).ids).toEqual([first, third]);
      expect((await listed(world, { filter: { type: 'supervisor' } })).ids).toEqual([second]);
      expect((await listed(world, { filter: { type: 'no such type' } })).ids).toEqual([]);
      expect((await listed(world, { filter: {} })).ids).toEqual([first, second, third]);
    },
    async limit(world) {
      const [first, second, third] = await three(world);
      expect(await listed(world, { limit: 2 })).toEqual({ ids: [first, second], hasNextPage: true });
      expect(await listed(world, { limit: 3 })).toEqual({ ids: [first, second, third], hasNextPage: false });
    },
    async offset(world) {
      const [, second, third] = await three(world);
      expect(await listed(world, { offset: 1, limit: 1 })).toEqual({ ids: [second], hasNextPage: true });
      expect(await listed(world, { offset: 2, limit: 1 })).toEqual({ ids: [third], hasNextPage: false });
      expect(await listed(world, { offset: 3 })).toEqual({ ids: [], hasNextPage: false });
    },
  },
});
