import { type Expression, sql } from 'kysely';
import type { Message } from '#domain/message/message.ts';
import { first, type Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';

/*
 * How many lines each author wrote into a chat, noted at every 32nd line, so that nobody counts what is unread line by
 * line (docs/decisions/0014-unread-lines-are-the-difference-of-totals.md). Lines of the portal itself are nobody's.
 */

/** Lines from one note to the next. */
const BLOCK = 32;
/** Who wrote what the portal itself wrote; of the totals, the author of all others together. */
const NOBODY = 0;

type Line = Pick<Message, 'id' | 'seq'>;

const block = sql.lit(BLOCK);
const nobody = sql.lit(NOBODY);
const one = sql.lit(1);

/** What an author had written up to a line that is noted. */
const noted = (db: Builder, chatId: number, authorId: Expression<number> | number, seq: number) =>
  db
    .selectFrom('line_total')
    .select('lines')
    .where('chat_id', '=', chatId)
    .where('author_id', '=', authorId)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(one);

export const note = statement((db, p: { chatId: number; seq: number; noted: number }) => {
  const newest = () =>
    db
      .selectFrom((eb) =>
        eb
          .selectFrom('message')
          .select(['author_id', 'seq'])
          .where('chat_id', '=', p.chatId)
          .orderBy('id', 'desc')
          .limit(block)
          .as('newest'),
      )
      .where('seq', '>', p.noted)
      .where('author_id', '<>', nobody);
  return db
    .insertInto('line_total')
    .columns(['chat_id', 'author_id', 'seq', 'lines'])
    .expression((eb) =>
      eb
        .selectFrom(
          newest()
            .select('author_id')
            .unionAll(newest().select(nobody.as('author_id')))
            .as('line'),
        )
        .select((line) => [
          sql<number>`cast(${p.chatId} as bigint)`.as('chat_id'),
          'line.author_id',
          sql<number>`cast(${p.seq} as integer)`.as('seq'),
          sql<number>`count(*) + coalesce(${noted(db, p.chatId, line.ref('line.author_id'), p.noted)}, 0)`.as('lines'),
        ])
        .groupBy('line.author_id'),
    );
});
export const takeOut = statement((db, p: { chatId: number; authorId: number; seq: number }) =>
  db
    .updateTable('line_total')
    .set((eb) => ({ lines: eb('lines', '-', one) }))
    .where('chat_id', '=', p.chatId)
    .where('author_id', 'in', [nobody, sql<number>`${p.authorId}`])
    .where('seq', '>=', p.seq),
);
export const forget = statement((db, p: { chatId: number; after: number }) =>
  db.deleteFrom('line_total').where('chat_id', '=', p.chatId).where('seq', '>', p.after),
);
export const remove = statement((db, p: { chatId: number; authorId: number; upTo: number }) =>
  db
    .deleteFrom('line_total')
    .where('chat_id', '=', p.chatId)
    .where('author_id', '=', p.authorId)
    .where('seq', '<=', p.upTo),
);
export const lineAt = statement((db, p: { chatId: number; upTo: number }) =>
  db
    .selectFrom('message')
    .select(['id', 'seq'])
    .where('chat_id', '=', p.chatId)
    .where('id', '<=', p.upTo)
    .orderBy('id', 'desc')
    .limit(one),
);
export const ofOthers = statement((db, p: { chatId: number; userId: number; id: number; noted: number }) =>
  db.selectNoFrom((eb) => {
    const since = eb
      .selectFrom(
        eb
          .selectFrom('message')
          .select(['author_id', 'seq'])
          .where('chat_id', '=', p.chatId)
          .where('id', '<=', p.id)
          .orderBy('id', 'desc')
          .limit(block)
          .as('newest'),
      )
      .select(eb.fn.countAll<number>().as('lines'))
      .where('seq', '>', p.noted)
      .where('author_id', '<>', nobody)
      .where('author_id', '<>', p.userId);
    const all = noted(db, p.chatId, nobody, p.noted);
    const own = noted(db, p.chatId, p.userId, p.noted);
    return sql<number>`coalesce(${all}, 0) - coalesce(${own}, 0) + ${since}`.as('lines');
  }),
);
export const nextOfOthers = statement((db, p: { chatId: number; userId: number; after: number }) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('message')
        .select(['id', 'author_id'])
        .where('chat_id', '=', p.chatId)
        .where('id', '>', p.after)
        .orderBy('id')
        .limit(block)
        .as('next'),
    )
    .select('id')
    .where('author_id', '<>', nobody)
    .where('author_id', '<>', p.userId)
    .orderBy('id')
    .limit(one),
);

/** To be called with each new line; what it costs it costs at every 32nd. */
export async function noteTotals(session: Session, { chatId, seq }: Pick<Message, 'chatId' | 'seq'>): Promise<void> {
  if (seq % BLOCK === 0) await session.all(note, { chatId, seq, noted: seq - BLOCK });
}

/** After a line was taken out, with the newest one that is left. Where that stands before a note, it will be made again. */
export async function correctTotals(
  session: Session,
  { chatId, authorId, seq }: Pick<Message, 'chatId' | 'authorId' | 'seq'>,
  newest: Line | undefined,
): Promise<void> {
  if (authorId !== NOBODY) await session.all(takeOut, { chatId, authorId, seq });
  const after = newest?.seq ?? 0;
  if (after < notedUpTo(seq)) await session.all(forget, { chatId, after });
}

/** With the oldest lines of a chat of which nothing is to stay, the totals that stand among them. */
export async function deleteTotals(
  session: Session,
  chatId: number,
  lines: readonly { readonly author_id: number; readonly seq: number }[],
): Promise<void> {
  const upTo = lines.reduce((highest, { seq }) => Math.max(highest, seq), 0);
  for (const authorId of new Set([NOBODY, ...lines.map(({ author_id }) => author_id)]))
    await session.all(remove, { chatId, authorId, upTo });
}

/** How many lines behind `after` are by others than the user. */
export async function countUnreadLines(
  session: Session,
  chatId: number,
  userId: number,
  after: number,
): Promise<number> {
  const newest = await lineUpTo(session, chatId, Number.MAX_SAFE_INTEGER);
  if (!newest || newest.id <= after) return 0;
  const read = await lineUpTo(session, chatId, after);
  return (await countOfOthers(session, chatId, userId, newest)) - (await countOfOthers(session, chatId, userId, read));
}

/** The first of them. */
export async function findUnreadLine(
  session: Session,
  chatId: number,
  userId: number,
  after: number,
): Promise<number | undefined> {
  const next = await first(session, nextOfOthers, { chatId, userId, after });
  return next?.id ?? (await findBehindOwn(session, chatId, userId, after));
}

/** The same where the user wrote so many lines behind `after` that they are not looked through. */
async function findBehindOwn(
  session: Session,
  chatId: number,
  userId: number,
  after: number,
): Promise<number | undefined> {
  const read = await countOfOthers(session, chatId, userId, await lineUpTo(session, chatId, after));
  let low = after;
  let high = (await lineUpTo(session, chatId, Number.MAX_SAFE_INTEGER))?.id ?? after;
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2);
    const line = await lineUpTo(session, chatId, middle);
    if (!line || line.id <= low) low = middle;
    else if ((await countOfOthers(session, chatId, userId, line)) === read) low = line.id;
    else if (line.id < high) high = line.id;
    else break;
  }
  return (await first(session, nextOfOthers, { chatId, userId, after: low }))?.id;
}

async function lineUpTo(session: Session, chatId: number, upTo: number): Promise<Line | undefined> {
  return await first(session, lineAt, { chatId, upTo });
}

async function countOfOthers(
  session: Session,
  chatId: number,
  userId: number,
  line: Line | undefined,
): Promise<number> {
  if (!line) return 0;
  const row = await first(session, ofOthers, { chatId, userId, id: line.id, noted: notedUpTo(line.seq) });
  return Number(row?.lines ?? 0);
}

function notedUpTo(seq: number): number {
  return seq - (seq % BLOCK);
}
