import { type Expression, sql } from 'kysely';
import { first, type Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import { block, type Line, nobody, noted, notedUpTo, one } from './line-totals.ts';

/*
 * Unread lines of a chat: the difference of two totals
 * (docs/decisions/0014-unread-lines-are-the-difference-of-totals.md).
 */

export const lineAt = statement((db, p: { chatId: number; upTo: number }) =>
  db
    .selectFrom('message')
    .select(['id', 'seq'])
    .where('chat_id', '=', p.chatId)
    .where('id', '<=', p.upTo)
    .orderBy('id', 'desc')
    .limit(one),
);
type Value = Expression<number> | number;

/** How many lines up to one are by others than the user; `noted`: the last line up to it which is noted. */
export function othersUpTo(
  db: Builder,
  { chatId, userId, id, noted: from }: Readonly<Record<'chatId' | 'userId' | 'id' | 'noted', Value>>,
) {
  return db.selectNoFrom((eb) => {
    const since = eb
      .selectFrom(
        eb
          .selectFrom('message')
          .select(['author_id', 'seq'])
          .where('chat_id', '=', chatId)
          .where('id', '<=', id)
          .orderBy('id', 'desc')
          .limit(block)
          .as('newest'),
      )
      .select(eb.fn.countAll<number>().as('lines'))
      .where('seq', '>', from)
      .where('author_id', '<>', nobody)
      .where('author_id', '<>', userId);
    const all = noted(db, chatId, nobody, from);
    const own = noted(db, chatId, userId, from);
    return sql<number>`coalesce(${all}, 0) - coalesce(${own}, 0) + ${since}`.as('lines');
  });
}
export const ofOthers = statement((db, p: { chatId: number; userId: number; id: number; noted: number }) =>
  othersUpTo(db, p),
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
