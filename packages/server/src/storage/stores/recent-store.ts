import { sql } from 'kysely';
import type { ChatType } from '#domain/chat/chat.ts';
import type { NewestLine, RecentPlace } from '#domain/recent/recent-place.ts';
import { numbers, numbersIn } from '../number-list.ts';
import type { Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import { newestLineIn } from './newest-line-in.ts';
import {
  type ChatsAsked,
  inNewestLines,
  keepOrder,
  knownOrder,
  type NewestPart,
  newestAfter,
  newestIdOfAll,
} from './recent-orders.ts';

/*
 * The chats of somebody with what they have set on them, and the newest line of each
 * (docs/decisions/0020-recent-chats-are-put-in-order-when-asked-for.md).
 */

const PLACE = [
  'member.chat_id',
  'member.last_read_id',
  'member.history_after',
  'member.hidden_up_to',
  'member.is_pinned',
  'member.is_marked',
  'member.marks_changed_at',
  'chat.type',
  'chat.entity_type',
] as const;

const placesOf = (db: Builder, p: { userId: number }) =>
  db
    .selectFrom('member')
    .innerJoin('chat', 'chat.id', 'member.chat_id')
    .select(PLACE)
    .select(newestLineIn(db, 'member.chat_id').as('newest_id'))
    .where('member.user_id', '=', p.userId);
export const after = statement((db, p: { userId: number; afterId: number; limit: number }) =>
  placesOf(db, p).where('member.chat_id', '>', p.afterId).orderBy('member.chat_id').limit(p.limit),
);
export const placesIn = statement((db, p: { userId: number; chatIds: string }) =>
  placesOf(db, p).where('member.chat_id', 'in', numbersIn(db, p.chatIds)),
);
export const pinned = statement((db, p: { userId: number }) =>
  placesOf(db, p).where('member.is_pinned', '=', sql.lit(1)),
);
const mine = (db: Builder, p: { chatId: number; userId: number }) =>
  db.updateTable('member').where('chat_id', '=', p.chatId).where('user_id', '=', p.userId);
export const pin = statement((db, p: { chatId: number; userId: number; isPinned: number; now: number }) =>
  mine(db, p).set({ is_pinned: p.isPinned, hidden_up_to: 0, marks_changed_at: p.now }),
);
export const hide = statement((db, p: { chatId: number; userId: number; upTo: number; now: number }) =>
  mine(db, p).set({ hidden_up_to: p.upTo, is_pinned: 0, is_marked: 0, marks_changed_at: p.now }),
);
export const mark = statement((db, p: { chatId: number; userId: number; now: number }) =>
  mine(db, p).set({ is_marked: 1, hidden_up_to: 0, marks_changed_at: p.now }),
);
export const unmark = statement((db, p: { chatId: number; userId: number; now: number }) =>
  mine(db, p).set({ is_marked: 0, marks_changed_at: p.now }),
);

/** What people have set on chats in their lists of recent ones, and what stands in these. */
export function recentStore(session: Session) {
  return {
    /** `limit` of the user's chats, by id, behind that one. */
    async listPlacesAfter(userId: number, afterId: number, limit: number): Promise<RecentPlace[]> {
      return (await session.all(after, { userId, afterId, limit })).map(toPlace);
    },
    /** Those of the user's chats that are named. */
    async listPlacesIn(userId: number, chatIds: readonly number[]): Promise<RecentPlace[]> {
      return (await session.all(placesIn, { userId, chatIds: numbers(chatIds) })).map(toPlace);
    },
    /** Of `count` of the user's chats, by id, behind that one the `limit` that were written in last; see {@link newestAfter}. */
    async findNewestAfter(userId: number, afterId: number, terms: ChatsAsked): Promise<NewestPart | undefined> {
      return await newestAfter(session, userId, afterId, terms);
    },
    /** The newest line of all. */
    async getNewestId(): Promise<number> {
      return await newestIdOfAll(session);
    },
    /** The user's chats that the newest lines of the whole database are in; every further one has an older newest line. */
    async listInNewestLines(userId: number): Promise<NewestLine[]> {
      return await inNewestLines(session, userId);
    },
    /**
     * What was found of the user's chats, with all lines up to that id, in order: of all of them, or of as many as were
     * written in last. {@link findOrder} knows it from now on.
     */
    async getOrder(userId: number, found: readonly NewestLine[], upToId: number): Promise<readonly NewestLine[]> {
      return await keepOrder(session, userId, found, upToId);
    },
    /** The user's chats that were written in last, the last one first, as far as that is known; undefined: it is not. */
    async findOrder(userId: number): Promise<readonly NewestLine[] | undefined> {
      return await knownOrder(session, userId);
    },
    /** All that the user has pinned. */
    async listPinned(userId: number): Promise<RecentPlace[]> {
      return (await session.all(pinned, { userId })).map(toPlace);
    },
    /** A chat that was hidden is listed again. */
    async updatePinned(chatId: number, userId: number, isPinned: boolean, now: number): Promise<void> {
      await session.all(pin, { chatId, userId, isPinned: Number(isPinned), now });
    },
    /** Until a line with a larger id is written; what else was set goes. */
    async updateHidden(chatId: number, userId: number, upTo: number, now: number): Promise<void> {
      await session.all(hide, { chatId, userId, upTo, now });
    },
    /** A chat that was hidden is listed again. */
    async updateMarked(chatId: number, userId: number, now: number): Promise<void> {
      await session.all(mark, { chatId, userId, now });
    },
    async updateUnmarked(chatId: number, userId: number, now: number): Promise<void> {
      await session.all(unmark, { chatId, userId, now });
    },
  };
}

interface PlaceRow {
  readonly chat_id: number;
  readonly last_read_id: number;
  readonly history_after: number;
  readonly hidden_up_to: number;
  readonly is_pinned: number;
  readonly is_marked: number;
  readonly marks_changed_at: number | null;
  readonly type: string;
  readonly entity_type: string;
  readonly newest_id: number | null;
}

function toPlace(row: PlaceRow): RecentPlace {
  return {
    chatId: row.chat_id,
    chatType: row.type as ChatType,
    entityType: row.entity_type,
    newestId: row.newest_id ?? 0,
    lastReadId: row.last_read_id,
    historyAfter: row.history_after,
    hiddenUpTo: row.hidden_up_to,
    isPinned: row.is_pinned === 1,
    isMarked: row.is_marked === 1,
    changedAt: row.marks_changed_at,
  };
}
