import { sql } from 'kysely';
import type { NewestLine } from '#domain/recent/recent-place.ts';
import { first, recalled, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import { KnownRows } from './known-rows.ts';
import { newestLineIn } from './newest-line-in.ts';

/*
 * In which order the chats of somebody were written in, which is looked up once and kept
 * (docs/decisions/0020-recent-chats-are-put-in-order-when-asked-for.md).
 */

/** People whose order is kept, and chats of each; with more people than that all are forgotten together. */
const KEPT = { people: 500, chats: 250 };
/** With more lines than these since an order was looked up, it is looked up again. */
const SINCE = 512;
/** So many of the newest lines of the whole database are looked at: some hundred microseconds. */
const NEWEST = sql.lit(512);

/** The last one of so many chats behind an id. */
export const lastOf = statement((db, p: { userId: number; afterId: number; count: number }) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('member')
        .select('chat_id')
        .where('user_id', '=', p.userId)
        .where('chat_id', '>', p.afterId)
        .orderBy('chat_id')
        .limit(p.count)
        .as('next'),
    )
    .select((eb) => eb.fn.max('chat_id').as('id')),
);
/** Of the chats from one id to another those that were written in last. */
export const newestOf = statement((db, p: { userId: number; afterId: number; upToId: number; limit: number }) =>
  db
    .selectFrom('member')
    .select('member.chat_id')
    .select(newestLineIn(db, 'member.chat_id').as('newest_id'))
    .where('member.user_id', '=', p.userId)
    .where('member.chat_id', '>', p.afterId)
    .where('member.chat_id', '<=', p.upToId)
    .orderBy('newest_id', (order) => order.desc().nullsLast())
    .limit(p.limit),
);
/** The newest lines of their chats, as far as they came since. */
export const since = statement((db, p: { userId: number; afterId: number }) =>
  db
    .selectFrom('message')
    .innerJoin('member', 'member.chat_id', 'message.chat_id')
    .select(['message.chat_id', (eb) => eb.fn.max('message.id').as('newest_id')])
    .where('message.id', '>', p.afterId)
    .where('member.user_id', '=', p.userId)
    .groupBy('message.chat_id'),
);
/** The chats of somebody among those of the newest lines. */
export const inNewest = statement((db, p: { userId: number }) =>
  db
    .with('line', (lines) => lines.selectFrom('message').select(['id', 'chat_id']).orderBy('id', 'desc').limit(NEWEST))
    .with('newest', (chats) =>
      chats
        .selectFrom('line')
        .select((eb) => ['line.chat_id', eb.fn.max('line.id').as('newest_id')])
        .groupBy('line.chat_id'),
    )
    .selectFrom('newest')
    .innerJoin('member', 'member.chat_id', 'newest.chat_id')
    .select(['newest.chat_id', 'newest.newest_id'])
    .where('member.user_id', '=', p.userId),
);
export const newestOfAll = statement((db, _: Record<never, never>) =>
  db.selectFrom('message').select((eb) => eb.fn.max('id').as('id')),
);
/** In how many chats they are, and the sum of the ids of these: another one changes the sum, or the number. */
export const membership = statement((db, p: { userId: number }) =>
  db
    .selectFrom('member')
    .select((eb) => [eb.fn.countAll().as('count'), sql<number>`coalesce(sum(chat_id), 0)`.as('sum')])
    .where('user_id', '=', p.userId),
);

interface KnownOrder {
  readonly newest: readonly NewestLine[];
  readonly upToId: number;
  readonly membership: string;
}

const makeKnownOrders = (session: Session) => new KnownRows<number, KnownOrder>(session, KEPT.people);

export interface ChatsAsked {
  /** Chats that are looked at, and of these those that are told of. */
  readonly count: number;
  readonly limit: number;
}

export interface NewestPart {
  readonly newest: readonly NewestLine[];
  /** The chat that was looked at last. */
  readonly lastId: number;
}

/** Of `count` of somebody's chats behind an id the `limit` that were written in last; undefined: there are none behind it. */
export async function newestAfter(
  session: Session,
  userId: number,
  afterId: number,
  { count, limit }: ChatsAsked,
): Promise<NewestPart | undefined> {
  const lastId = (await first(session, lastOf, { userId, afterId, count }))?.id;
  if (!lastId) return undefined;
  const rows = await session.all(newestOf, { userId, afterId, upToId: lastId, limit: Math.max(limit, KEPT.chats) });
  return { newest: rows.flatMap(toNewest), lastId };
}

export async function inNewestLines(session: Session, userId: number): Promise<NewestLine[]> {
  return (await session.all(inNewest, { userId })).flatMap(toNewest);
}

export async function newestIdOfAll(session: Session): Promise<number> {
  return (await first(session, newestOfAll, {}))?.id ?? 0;
}

/** Puts what was found of their chats in order, and keeps the beginning of that. */
export async function keepOrder(
  session: Session,
  userId: number,
  found: readonly NewestLine[],
  upToId: number,
): Promise<readonly NewestLine[]> {
  const newest = found.toSorted((a, b) => b.newestId - a.newestId);
  const kept = newest.slice(0, KEPT.chats);
  const order = { newest: kept, upToId, membership: await membershipOf(session, userId) };
  session.once(makeKnownOrders).set(userId, order);
  return newest;
}

/** What was kept, with the lines that came since; undefined: nothing was, or it is out of date. */
export async function knownOrder(session: Session, userId: number): Promise<readonly NewestLine[] | undefined> {
  const known = session.once(makeKnownOrders).get(userId);
  if (!known || known.membership !== (await membershipOf(session, userId))) return undefined;
  const upToId = await newestIdOfAll(session);
  if (upToId === known.upToId) return known.newest;
  if (upToId > known.upToId + SINCE) return undefined;
  const came = (await session.all(since, { userId, afterId: known.upToId })).flatMap(toNewest);
  const chatIds = new Set(came.map(({ chatId }) => chatId));
  const newest = [
    ...came.sort((a, b) => b.newestId - a.newestId),
    ...known.newest.filter(({ chatId }) => !chatIds.has(chatId)),
  ].slice(0, KEPT.chats);
  session.once(makeKnownOrders).set(userId, { ...known, newest, upToId });
  return newest;
}

async function membershipOf(session: Session, userId: number): Promise<string> {
  const row = await recalled(session, membership, { userId });
  return `${row?.count} ${row?.sum}`;
}

function toNewest(row: { readonly chat_id: number; readonly newest_id: number | null }): NewestLine[] {
  return row.newest_id === null ? [] : [{ chatId: row.chat_id, newestId: row.newest_id }];
}
