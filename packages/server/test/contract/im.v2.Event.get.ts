import { expect } from 'vitest';
import { fetchOwn, textsOf } from '../scenes/fetching.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.v2.Event.get';

/** Bob writes to Alice, who watches. */
async function watched({ alice, bob }: World, ...texts: string[]): Promise<void> {
  await alice.ok('im.v2.Event.subscribe');
  for (const MESSAGE of texts) await bob.ok('im.message.add', { DIALOG_ID: alice.id, MESSAGE });
}

export default contract({
  method: METHOD,
  async example(world) {
    await watched(world, 'hello');
    return { params: { limit: 50 } };
  },
  errors: {},
  params: {
    async offset(world) {
      await watched(world, 'one', 'two');
      const all = await fetchOwn(world.alice);
      expect(textsOf(all)).toEqual(['one', 'two']);
      const last = all.events.at(-1)?.eventId;
      expect(textsOf(await fetchOwn(world.alice, { offset: last }))).toEqual(['two']);
      expect(textsOf(await fetchOwn(world.alice))).toEqual(['two']);
      expect(await fetchOwn(world.alice, { offset: all.nextOffset })).toMatchObject({ events: [], hasMore: false });
      // Nothing is kept for those who did not ask for it.
      expect(await fetchOwn(world.bob)).toEqual({ events: [], nextOffset: 0, lastEventId: 0, hasMore: false });
    },
    async limit(world) {
      await watched(world, 'one', 'two');
      const { events, hasMore } = await fetchOwn(world.alice, { limit: 1 });
      expect({ count: events.length, hasMore }).toEqual({ count: 1, hasMore: true });
    },
  },
});
