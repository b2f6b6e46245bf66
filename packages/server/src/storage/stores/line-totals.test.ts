import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Chat } from '#domain/chat/chat.ts';
import { amount } from '../../../test/amount.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal, insertText } from '../../../test/portal-in-store.ts';
import { lineTotals } from '../migrations/0011-line-totals.ts';
import type { Session } from '../session.ts';
import type { Reading, UnitOfWork } from '../unit-of-work.ts';

interface Line {
  readonly id: number;
  readonly seq: number;
  readonly chatId: number;
  readonly authorId: number;
}

/** 0 is the portal itself; 4 reads and never writes. */
const AUTHORS = [0, 1, 2, 3];
const READERS = [1, 2, 3, 4];

/** So many lines by one author, or some taken out: these places of the chat, or so many of the newest. */
const step = fc.oneof(
  fc.record({ author: fc.constantFrom(...AUTHORS), lines: fc.integer({ min: 1, max: 50 }) }),
  fc.record({ author: fc.constantFrom(...AUTHORS), lines: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ places: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 4 }) }),
  fc.record({ newest: fc.integer({ min: 1, max: 40 }) }),
);

async function takeOut(work: UnitOfWork, lines: Line[], index: number): Promise<number[]> {
  const [line] = lines.splice(index, 1);
  if (line) await work.messages.deleteMessage(line);
  return line ? [line.id] : [];
}

/** Does it to the chat and to the plain list of its lines; answers ids that have gone. */
async function take(
  work: UnitOfWork,
  chat: Chat,
  lines: Line[],
  one: typeof step extends fc.Arbitrary<infer S> ? S : never,
) {
  if ('lines' in one)
    for (let i = 0; i < one.lines; i += 1) lines.push(await insertText(work, chat, { id: one.author }, ''));
  const gone: number[] = [];
  if ('places' in one)
    for (const place of one.places) gone.push(...(await takeOut(work, lines, Math.floor(place * lines.length))));
  if ('newest' in one)
    for (let i = 0; i < one.newest; i += 1) gone.push(...(await takeOut(work, lines, lines.length - 1)));
  return gone;
}

/** What each reader is told who has read up to a mark, and what the plain list says. */
async function unread(work: Reading, chat: Chat, lines: readonly Line[], marks: readonly number[]) {
  const told = [];
  const listed = [];
  for (const reader of READERS)
    for (const mark of marks) {
      const count = await work.messages.countUnread(chat.id, reader, mark);
      const first = await work.messages.findFirstUnread(chat.id, reader, mark);
      told.push({ reader, mark, count, first });
      const theirs = lines.filter(({ id, authorId }) => id > mark && authorId !== reader && authorId !== 0);
      listed.push({ reader, mark, count: theirs.length, first: theirs[0]?.id });
    }
  return { told, listed };
}

const notesOf = (session: Session) =>
  session.query((db) => db.selectFrom('line_total').selectAll().orderBy('chat_id').orderBy('author_id').orderBy('seq'));

onEachDatabase('the number of unread lines', ({ write, store }) => {
  it('is that of the lines of others, whatever is written and taken out', async () => {
    const portal = await write(insertPortal);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const { chat, lines, gone } = await write(async (work) => {
          const chat = await work.chats.insertChat({ ...portal.chat, title: 'Another' }, work.now);
          const lines: Line[] = [];
          const gone = [];
          for (const one of steps) gone.push(...(await take(work, chat, lines, one)));
          return { chat, lines, gone };
        });
        const at = (share: number) => lines[Math.floor(share * lines.length)]?.id ?? 0;
        const marks = [
          0,
          at(0.01),
          at(0.3),
          at(0.7),
          at(0.95),
          lines.at(-1)?.id ?? 0,
          ...gone.slice(0, 2),
          ...gone.slice(-1),
        ];
        const { told, listed } = await store().read((work) => unread(work, chat, lines, marks));
        expect(told).toEqual(listed);
      }),
      { numRuns: amount({ usual: 5, full: 60 }), seed: 7 },
    );
  });

  it.each([33, 150, 270])('is found behind %i own lines', async (before) => {
    const { chat } = await write(insertPortal);
    const [found, other] = await write(async (work) => {
      const lines: Line[] = [];
      await take(work, chat, lines, { author: 1, lines: before });
      await take(work, chat, lines, { author: 0, lines: 1 });
      await take(work, chat, lines, { author: 2, lines: 1 });
      await take(work, chat, lines, { author: 1, lines: 300 - before });
      return [await work.messages.findFirstUnread(chat.id, 1, 0), lines[before + 1]?.id];
    });
    expect(found).toBe(other);
  });

  it('is known of what was written before it was noted', async () => {
    const portal = await write(insertPortal);
    await write(async (work) => {
      for (const author of [1, 2]) {
        const chat = await work.chats.insertChat({ ...portal.chat, title: 'Another' }, work.now);
        const lines: Line[] = [];
        await take(work, chat, lines, { author: 3, lines: 20 });
        await take(work, chat, lines, { author: 0, lines: 20 });
        await take(work, chat, lines, { author, lines: 60 });
        await take(work, chat, lines, { places: [0.1, 0.2, 0.8] });
      }
    });
    const noted = await store().readWith(notesOf);
    await store().writeWith(async (session) => {
      await session.query((db) => db.deleteFrom('line_total'));
      const [, note = ''] = lineTotals.statements(session.dialect);
      await session.exec(note);
    });
    expect(await store().readWith(notesOf)).toEqual(noted);
    expect(noted.length).toBeGreaterThan(10);
  });

  it('goes with the lines of a chat that is emptied', async () => {
    const { chat } = await write(insertPortal);
    await write((work) => take(work, chat, [], { author: 1, lines: 64 }));
    const left = [];
    for (const limit of [40, 40]) {
      await write((work) => work.messages.deleteOldest(chat.id, limit));
      left.push((await store().readWith(notesOf)).map(({ seq }) => seq));
    }
    expect(left).toEqual([[64, 64], []]);
  });
});
