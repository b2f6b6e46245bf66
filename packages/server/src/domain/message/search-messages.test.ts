import { expect, it } from 'vitest';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { group, insertPortal, insertText, join } from '../../../test/portal-in-store.ts';
import { SEARCHES } from '../../../test/search-table.ts';
import type { Chat } from '../chat/chat.ts';
import { removeChat } from '../chat/remove-chat.ts';
import { emptyLeftovers } from '../leftover/leave-behind.ts';
import { wordsOfPhrase } from '../search/phrase.ts';
import type { User } from '../user/user.ts';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { indexLines } from './index-messages.ts';
import { GOES_ON, type SearchProgress } from './search-hits.ts';
import { type MessageSearch, NOT_INDEXED, searchMessages } from './search-messages.ts';

/** More lines than are read themselves, and than one unit indexes. */
const MANY = 230;

onEachDatabase('messages of a chat', (test) => {
  const { write, store } = test;

  /** Alice's group, Bob in it. */
  async function scene() {
    return write(async (work) => {
      const portal = await insertPortal(work);
      await join(work, portal.chat, portal.alice);
      await join(work, portal.chat, portal.bob);
      return portal;
    });
  }

  const say = (chat: Chat, author: User, text: string) =>
    write(async (work) => (await insertText(work, chat, author, text)).id);

  async function sayAll(chat: Chat, author: User, texts: readonly string[]): Promise<number[]> {
    return write(async (work) => {
      const ids = [];
      for (const text of texts) ids.push((await insertText(work, chat, author, text)).id);
      return ids;
    });
  }

  const search = (
    chat: Chat,
    viewer: User,
    phrase: string | undefined,
    more: Partial<MessageSearch> = {},
    progress: SearchProgress = {},
  ) => {
    const asked = {
      words: phrase === undefined ? undefined : wordsOfPhrase(phrase),
      after: 0,
      before: Number.MAX_SAFE_INTEGER,
      from: undefined,
      until: undefined,
      oldestFirst: false,
      limit: 50,
      ...more,
    };
    return store().read((work) => searchMessages(work, viewer, chat.id, asked, progress));
  };

  const step = (chat: Chat) => write((work) => indexLines(work, chat.id));

  async function indexAll(chat: Chat): Promise<void> {
    while (await step(chat));
  }

  /** Ids as they are found, after as many steps of indexing as that takes. */
  async function found(
    chat: Chat,
    viewer: User,
    phrase?: string,
    more: Partial<MessageSearch> = {},
  ): Promise<number[]> {
    const progress: SearchProgress = {};
    for (;;) {
      const outcome = await search(chat, viewer, phrase, more, progress);
      if (!outcome.ok) throw new Error(outcome.reason);
      if (outcome.value === NOT_INDEXED) await step(chat);
      else if (outcome.value !== GOES_ON) return outcome.value.messages.map(({ id }) => id);
    }
  }

  it('are found by the beginnings of their words, indexed or not', async () => {
    const { chat, alice } = await scene();
    const ids = await sayAll(
      chat,
      alice,
      SEARCHES.map(([text]) => text),
    );
    const wrong = async () => {
      const rows = [];
      for (const [index, [text, phrase, how]] of SEARCHES.entries())
        if ((await found(chat, alice, phrase)).includes(ids[index] ?? 0) !== (how !== 'not')) rows.push([text, phrase]);
      return rows;
    };
    expect(await wrong()).toEqual([]);
    await indexAll(chat);
    expect(await wrong()).toEqual([]);
    expect(await found(chat, alice, '...')).toEqual([]);
  });

  it('are found in one chat alone, all words in any order', async () => {
    const { chat, alice, portalId } = await scene();
    const other = await write((work) => work.chats.insertChat(group(portalId, alice), work.now));
    const id = await say(chat, alice, 'The quick brown fox');
    await say(other, alice, 'The quick brown fox');
    await say(chat, alice, 'The quick hare');
    for (const one of [chat, other]) await indexAll(one);
    expect(await found(chat, alice, 'fox qui')).toEqual([id]);
    expect(await found(chat, alice, `${chat.id} fox`)).toEqual([]);
  });

  it('are found as soon as they are written, however many are not indexed yet', async () => {
    const { chat, alice } = await scene();
    const old = await say(chat, alice, 'needle one');
    await sayAll(
      chat,
      alice,
      Array.from({ length: MANY }, (_, n) => `hay ${n}`),
    );
    const last = await say(chat, alice, 'needle two');
    expect(await search(chat, alice, 'needle')).toMatchObject({ value: NOT_INDEXED });
    expect(await found(chat, alice, 'needle')).toEqual([last, old]);
    const newest = await say(chat, alice, 'needle three');
    expect(await found(chat, alice, 'needle')).toEqual([newest, last, old]);
    expect(await found(chat, alice, 'needle', { oldestFirst: true, limit: 2 })).toEqual([old, last]);
  });

  it('come page by page in either direction', async () => {
    const { chat, alice } = await scene();
    const ids = await sayAll(
      chat,
      alice,
      Array.from({ length: MANY }, (_, n) => (n % 10 === 0 ? `needle ${n}` : `hay ${n}`)),
    );
    const needles = ids.filter((_, n) => n % 10 === 0);
    const pages = async (oldestFirst: boolean) => {
      const all: number[] = [];
      for (;;) {
        const last = all.at(-1);
        const more = last === undefined ? {} : oldestFirst ? { after: last } : { before: last };
        const page = await found(chat, alice, 'needle', { limit: 5, oldestFirst, ...more });
        if (page.length === 0) return all;
        all.push(...page);
      }
    };
    expect(await pages(false)).toEqual(needles.toReversed());
    expect(await pages(true)).toEqual(needles);
    await indexAll(chat);
    expect(await pages(false)).toEqual(needles.toReversed());
    expect(await pages(true)).toEqual(needles);
  });

  it('of a long chat are found in several turns', async () => {
    const { chat, alice } = await scene();
    // As in a chat of a hundred thousand lines, most of which were taken out.
    const ids = await write(async (work) => {
      const made = [];
      for (let n = 0; n < 12; n += 1) {
        const text = n % 3 === 0 ? `needle in a stack ${n}` : `hay ${n}`;
        const draft = {
          chatId: chat.id,
          authorId: alice.id,
          text,
          isSystem: false,
          uuid: null,
          replyToId: null,
          params: {},
        };
        made.push((await work.messages.insertMessage(draft, 1 + n * 16_384, work.now)).id);
      }
      return made;
    });
    await indexAll(chat);
    const needles = ids.filter((_, n) => n % 3 === 0);
    for (const phrase of ['needle', 'needle a', 'st ne'])
      for (const limit of [50, 3, 2]) {
        expect(await found(chat, alice, phrase, { limit })).toEqual(needles.toReversed().slice(0, limit));
        expect(await found(chat, alice, phrase, { limit, oldestFirst: true })).toEqual(needles.slice(0, limit));
      }
    const progress: SearchProgress = {};
    expect(await search(chat, alice, 'needle a', {}, progress)).toMatchObject({ value: GOES_ON });
    expect(progress.hits).toMatchObject({ ids: [], stretches: { length: 11 } });
  });

  it('are found by what they say now', async () => {
    const { chat, alice } = await scene();
    const [edited = 0, marked = 0, gone = 0] = await sayAll(chat, alice, ['first', 'first too', 'first as well']);
    await indexAll(chat);
    await write((work) => editMessage(work, alice, edited, { text: 'second' }));
    await write((work) => deleteMessage(work, alice, marked, { complete: false }));
    await write((work) => deleteMessage(work, alice, gone, { complete: true }));
    expect(await found(chat, alice, 'first')).toEqual([]);
    expect(await found(chat, alice, 'second')).toEqual([edited]);
    const next = await say(chat, alice, 'first again');
    expect(await found(chat, alice, 'first')).toEqual([next]);
    await indexAll(chat);
    expect(await found(chat, alice, 'first')).toEqual([next]);
  });

  it('are found by time, whatever they say', async () => {
    const { chat, alice } = await scene();
    const ids: number[] = [];
    const at: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      at.push(test.clock.now());
      ids.push(await say(chat, alice, `line ${n}`));
      test.clock.advance(60_000);
    }
    const [, second, third, fourth] = ids;
    const [, from, , until] = at;
    expect(await found(chat, alice, undefined, { from, until })).toEqual([fourth, third, second]);
    expect(await found(chat, alice, 'line', { from, until, oldestFirst: true })).toEqual([second, third, fourth]);
    expect(await found(chat, alice, undefined, { from: (at[4] ?? 0) + 1 })).toEqual([]);
    expect(await found(chat, alice, undefined, { until: (at[0] ?? 0) - 1 })).toEqual([]);
    expect(await found(chat, alice, undefined, { limit: 2 })).toEqual([ids[4], fourth]);
  });

  it('from before somebody came stay hidden from them', async () => {
    const { chat, alice, bob } = await scene();
    const old = await say(chat, alice, 'a secret');
    await write(async (work) => {
      await work.members.deleteMember(chat.id, bob.id);
      await work.members.insertMember(
        { chatId: chat.id, userId: bob.id, isBot: false, role: 'member', historyAfter: old },
        work.now,
      );
    });
    const id = await write(async (work) => (await insertText(work, chat, alice, 'no secret', { replyToId: old })).id);
    expect(await found(chat, bob, 'secret')).toEqual([id]);
    await indexAll(chat);
    expect(await found(chat, bob, 'secret')).toEqual([id]);
    expect(await search(chat, bob, 'secret')).toMatchObject({ value: { quoted: [] } });
    expect(await search(chat, alice, 'no secret')).toMatchObject({ value: { quoted: [{ id: old }] } });
    expect(await found(chat, bob, 'secret', { oldestFirst: true })).toEqual([id]);
  });

  it('are not found any more once their chat was taken away, nor are their words kept', async () => {
    const { chat, alice } = await scene();
    await sayAll(
      chat,
      alice,
      Array.from({ length: MANY }, (_, n) => `needle ${n}`),
    );
    await indexAll(chat);
    const kept = () =>
      store().read((work) =>
        work.messageWords.listHits({
          chatId: chat.id,
          words: ['needle'],
          stretches: [0],
          after: 0,
          before: Number.MAX_SAFE_INTEGER,
          oldestFirst: false,
          limit: 1000,
        }),
      );
    expect(await kept()).toHaveLength(MANY);
    await write((work) => removeChat(work, chat));
    expect(await search(chat, alice, 'needle')).toMatchObject({ reason: 'chat_not_found' });
    expect(await step(chat)).toBe(false);
    while ((await write((work: UnitOfWork) => emptyLeftovers(work, 100))) === 100);
    expect(await kept()).toEqual([]);
    expect(await store().read((work) => work.messageWords.findIndex(chat.id))).toBeUndefined();
  });
});
