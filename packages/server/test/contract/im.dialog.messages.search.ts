import { expect } from 'vitest';
import { company, worksIn } from '../scenes/departments.ts';
import { seeActive } from '../scenes/people.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import type { Answer, Person, World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.dialog.messages.search';
const MINUTE = 60_000;

const say = (person: Person, world: World, MESSAGE: string, more: Record<string, unknown> = {}): Promise<number> =>
  person.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE, ...more });

const search = (world: World, params: Record<string, unknown>, person = world.alice): Promise<Answer['body']> =>
  person.ok(METHOD, { CHAT_ID: world.groupChatId, ...params });

async function found(world: World, params: Record<string, unknown>): Promise<number[]> {
  const { messages } = await search(world, params);
  return messages.map(({ id }: { id: number }) => id);
}

/** One a minute, and when each was written. */
async function three(world: World): Promise<{ ids: [number, number, number]; at: [string, string, string] }> {
  const at: string[] = [];
  const ids: number[] = [];
  for (const text of ['test one', 'test two', 'test three']) {
    at.push(new Date(world.clock.now()).toISOString());
    ids.push(await say(world.alice, world, text));
    world.clock.advance(MINUTE);
  }
  return { ids, at } as unknown as { ids: [number, number, number]; at: [string, string, string] };
}

export default contract({
  method: METHOD,
  async example(world) {
    await worksIn(world, world.alice.id, [await company(world)]);
    await seeActive(world, world.alice.id);
    await say(world.alice, world, 'test message');
    return {
      params: { CHAT_ID: world.groupChatId, SEARCH_MESSAGE: 'test', ORDER: { ID: 'DESC' }, LIMIT: 20 },
    };
  },
  errors: {
    "CHAT_ID_EMPTY: CHAT_ID can't be empty": (world) => ({ params: { CHAT_ID: `chat${world.groupChatId}` } }),
    'ACCESS_ERROR: You do not have access to this chat': (world) => ({
      params: { CHAT_ID: world.groupChatId },
      as: 'carol',
    }),
  },
  params: {
    async CHAT_ID(world) {
      const { alice, bob } = world;
      const first = await say(alice, world, 'What is new?');
      await bob.ok('im.message.like', { MESSAGE_ID: first });
      const id = await say(bob, world, 'The answer', { REPLY_ID: first });
      await alice.ok('im.dialog.read', { DIALOG_ID: `chat${world.groupChatId}` });
      await alice.ok('im.message.add', { DIALOG_ID: bob.id, MESSAGE: 'The answer' });
      expect(await search(world, { SEARCH_MESSAGE: 'answer' })).toMatchObject({
        messages: [
          {
            id,
            chatId: world.groupChatId,
            chat_id: world.groupChatId,
            authorId: bob.id,
            author_id: bob.id,
            params: { REPLY_ID: first },
            viewedByOthers: true,
            viewedCount: 1,
            unread: false,
            viewed: true,
          },
        ],
        additionalMessages: [{ id: first, text: 'What is new?' }],
        users: [{ id: bob.id, firstName: 'Bob' }],
        reactions: [],
      });
      expect(await search(world, { SEARCH_MESSAGE: 'new' })).toMatchObject({
        messages: [{ id: first, params: { LIKE: [bob.id] } }],
        reactions: [
          { messageId: first, reactionCounters: { like: 1 }, reactionUsers: { like: [bob.id] }, ownReactions: [] },
        ],
        usersShort: [{ id: bob.id, name: 'Bob Birch' }],
      });
    },
    async SEARCH_MESSAGE(world) {
      const id = await say(world.alice, world, 'See [b]annotation-65f0.1[/b], Ёлка');
      const other = await say(world.alice, world, 'Something else');
      for (const SEARCH_MESSAGE of ['annotation', 'annot', '65f0.1', 'елка', 'ёлка ANNO'])
        expect(await found(world, { SEARCH_MESSAGE })).toEqual([id]);
      expect(await found(world, { SEARCH_MESSAGE: 'notation' })).toEqual([]);
      expect(await found(world, { SEARCH_MESSAGE: '!!!' })).toEqual([]);
      // Too short to be looked for.
      for (const SEARCH_MESSAGE of ['xx', '', undefined])
        expect(await found(world, { SEARCH_MESSAGE })).toEqual([other, id]);
      await expectRefusal(
        world.alice,
        METHOD,
        { CHAT_ID: world.groupChatId, SEARCH_MESSAGE: ['a'] },
        'INVALID_ARG_VALUE',
      );
    },
    async DATE_FROM(world) {
      const { ids, at } = await three(world);
      expect(await found(world, { DATE_FROM: at[1] })).toEqual([ids[2], ids[1]]);
      expect(await found(world, { DATE_FROM: at[1], SEARCH_MESSAGE: 'test' })).toEqual([ids[2], ids[1]]);
      await expectRefusal(world.alice, METHOD, { CHAT_ID: world.groupChatId, DATE_FROM: 'soon' }, 'INVALID_ARG_VALUE');
    },
    async DATE_TO(world) {
      const { ids, at } = await three(world);
      expect(await found(world, { DATE_TO: at[1] })).toEqual([ids[1], ids[0]]);
      expect(await found(world, { DATE_FROM: at[1], DATE_TO: at[1] })).toEqual([ids[1]]);
    },
    async DATE(world) {
      const { ids, at } = await three(world);
      world.clock.advance(24 * 60 * MINUTE - 3 * MINUTE);
      const atEnd = await say(world.alice, world, 'test a day after the first');
      expect(await found(world, { DATE: at[0] })).toEqual([ids[2], ids[1], ids[0]]);
      expect(await found(world, { DATE: at[1], SEARCH_MESSAGE: 'test' })).toEqual([atEnd, ids[2], ids[1]]);
      expect(await found(world, { DATE: at[1], DATE_TO: at[1] })).toEqual([ids[1]]);
    },
    async 'ORDER.ID'(world) {
      const { ids } = await three(world);
      expect(await found(world, { ORDER: { ID: 'ASC' } })).toEqual(ids);
      expect(await found(world, { ORDER: { ID: 'asc' }, SEARCH_MESSAGE: 'test' })).toEqual(ids);
      expect(await found(world, { ORDER: 'up', SEARCH_MESSAGE: 'test' })).toEqual(ids.toReversed());
    },
    async LIMIT(world) {
      for (let n = 0; n < 202; n += 1) await say(world.alice, world, `test ${n}`);
      expect(await found(world, { SEARCH_MESSAGE: 'test', LIMIT: 3 })).toHaveLength(3);
      expect(await found(world, { SEARCH_MESSAGE: 'test' })).toHaveLength(50);
      expect(await found(world, { LIMIT: 1000 })).toHaveLength(200);
      expect(await found(world, { SEARCH_MESSAGE: 'test', LIMIT: 1000 })).toHaveLength(200);
    },
    async LAST_ID(world) {
      const { ids } = await three(world);
      expect(await found(world, { LAST_ID: ids[2] })).toEqual([ids[1], ids[0]]);
      expect(await found(world, { LAST_ID: ids[2], SEARCH_MESSAGE: 'test', LIMIT: 1 })).toEqual([ids[1]]);
      expect(await found(world, { LAST_ID: ids[0], ORDER: { ID: 'ASC' } })).toEqual([ids[1], ids[2]]);
      expect(await found(world, { LAST_ID: 0, SEARCH_MESSAGE: 'test' })).toEqual(ids.toReversed());
    },
  },
});
