import { sql } from 'kysely';
import { withoutCodes } from '#domain/message/message-words.ts';
import {
  MOST_NOTIFICATIONS,
  type Notification,
  type NotificationDraft,
  type NotificationFilter,
  SEARCHED_LENGTH,
} from '#domain/notification/notification.ts';
import { beginningOf } from '#kit/beginning-of.ts';
import { fold } from '#kit/words.ts';
import { numbers, numbersIn } from '../number-list.ts';
import { first, type Session } from '../session.ts';
import { type Builder, statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { NotificationTable } from '../tables/notification-table.ts';
import { toNotification } from './notification-row.ts';
import { selected } from './notification-selection.ts';
import { notificationTags } from './notification-tags.ts';

const WRITTEN = [
  'user_id',
  'author_id',
  'application_id',
  'module',
  'event',
  'tag',
  'sub_tag',
  'subject_id',
  'text',
  'folded',
  'attach',
  'is_open',
  'created_at',
] as const;
/** Written out in the SQL: that a partial index serves a query has to be seen in its text. */
const YES = sql.lit(1);
const NO = sql.lit(0);
const MOST = sql.lit(MOST_NOTIFICATIONS);

export const insert = statement((db, p: ValuesOf<NotificationTable, typeof WRITTEN>) =>
  db.insertInto('notification').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const byId = statement((db, p: { id: number }) =>
  db.selectFrom('notification').selectAll().where('id', '=', p.id),
);
const of = (db: Builder, p: { userId: number }) => db.selectFrom('notification').where('user_id', '=', p.userId);
export const newest = statement((db, p: { userId: number }) =>
  of(db, p).select('created_at').orderBy('id', 'desc').limit(YES),
);
export const open = statement((db, p: { userId: number; before: number; limit: number }) =>
  of(db, p).selectAll().where('is_open', '=', YES).where('id', '<', p.before).orderBy('id', 'desc').limit(p.limit),
);
export const settled = statement((db, p: { userId: number; before: number; limit: number }) =>
  of(db, p).selectAll().where('is_open', '=', NO).where('id', '<', p.before).orderBy('id', 'desc').limit(p.limit),
);
export const count = statement((db, p: { userId: number }) =>
  of(db, p).select((eb) => eb.fn.countAll<number>().as('count')),
);
export const countUnread = statement((db, p: { userId: number }) =>
  of(db, p)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('is_read', '=', NO),
);
const from = (db: Builder, p: { userId: number; from: number; limit: number }) =>
  of(db, p).select('id').where('is_open', '=', NO).where('id', '>=', p.from).orderBy('id').limit(p.limit);
export const read = statement((db, p: { userId: number; from: number; limit: number }) =>
  db
    .updateTable('notification')
    .set({ is_read: YES })
    .where('id', 'in', from(db, p).where('is_read', '=', NO))
    .returning('id'),
);
export const unread = statement((db, p: { userId: number; from: number; limit: number }) =>
  db
    .updateTable('notification')
    .set({ is_read: NO })
    .where('id', 'in', from(db, p).where('is_read', '=', YES))
    .returning('id'),
);
export const markAmong = statement((db, p: { userId: number; ids: string; isRead: number; wasRead: number }) =>
  db
    .updateTable('notification')
    .set({ is_read: p.isRead })
    .where('id', 'in', numbersIn(db, p.ids))
    .where('user_id', '=', p.userId)
    .where('is_open', '=', NO)
    .where('is_read', '=', p.wasRead)
    .returning('id'),
);
export const settle = statement((db, p: { id: number }) =>
  db
    .updateTable('notification')
    .set({ is_open: NO, is_read: YES })
    .where('id', '=', p.id)
    .where('is_open', '=', YES)
    .returning('id'),
);
export const remove = statement((db, p: { id: number }) =>
  db.deleteFrom('notification').where('id', '=', p.id).returning('id'),
);
/** Of a person those behind the newest that are kept. */
export const removeOld = statement((db, p: { userId: number }) =>
  db
    .deleteFrom('notification')
    .where('user_id', '=', p.userId)
    .where('id', '<=', of(db, p).select('id').orderBy('id', 'desc').limit(YES).offset(MOST)),
);

/** What people are told beside their chats. */
export function notificationStore(session: Session) {
  return {
    ...notificationTags(session),
    async insertNotification(draft: NotificationDraft, now: number): Promise<Notification> {
      const row = await first(session, insert, {
        user_id: draft.userId,
        author_id: draft.authorId,
        application_id: draft.applicationId,
        module: draft.module,
        event: draft.event,
        tag: draft.tag,
        sub_tag: draft.subTag,
        subject_id: draft.subjectId,
        text: draft.text,
        folded: fold(withoutCodes(beginningOf(draft.text, SEARCHED_LENGTH))),
        attach: draft.attach && JSON.stringify(draft.attach),
        is_open: Number(draft.isOpen),
        created_at: now,
      });
      return { ...draft, id: (row as { id: number }).id, isRead: false, createdAt: now };
    },
    async findNotification(id: number): Promise<Notification | undefined> {
      const row = await first(session, byId, { id });
      return row && toNotification(row);
    },
    /** When the person was told something last. */
    async findNewestTime(userId: number): Promise<number | undefined> {
      return (await first(session, newest, { userId }))?.created_at;
    },
    /** Newest first, all before the id `before`: those that wait for a button to be pressed. */
    async listOpen(userId: number, before: number, limit: number): Promise<Notification[]> {
      return (await session.all(open, { userId, before, limit })).map(toNotification);
    },
    /** The same of all others. */
    async listSettled(userId: number, before: number, limit: number): Promise<Notification[]> {
      return (await session.all(settled, { userId, before, limit })).map(toNotification);
    },
    /** Newest first, all before the id `before`. */
    async listFound(filter: NotificationFilter, before: number, limit: number): Promise<Notification[]> {
      const rows = await session.query((db) =>
        selected(db, session.dialect, filter).selectAll().where('id', '<', before).orderBy('id', 'desc').limit(limit),
      );
      return rows.map(toNotification);
    },
    async countFound(filter: NotificationFilter): Promise<number> {
      const [row] = await session.query((db) =>
        selected(db, session.dialect, filter).select((eb) => eb.fn.countAll<number>().as('count')),
      );
      return Number(row?.count ?? 0);
    },
    async countOf(userId: number): Promise<number> {
      return Number((await first(session, count, { userId }))?.count ?? 0);
    },
    /** With those that wait for a button to be pressed. */
    async countUnread(userId: number): Promise<number> {
      return Number((await first(session, countUnread, { userId }))?.count ?? 0);
    },
    /**
     * Marks `limit` of those with the id `from` or a larger one as read, or as unread; answers how many were not so. Those
     * that wait for a button stay as they are.
     */
    async updateReadFrom(userId: number, from: number, isRead: boolean, limit: number): Promise<number> {
      return (await session.all(isRead ? read : unread, { userId, from, limit })).length;
    },
    /** The same of those ids, each of which may be of somebody else. */
    async updateRead(userId: number, ids: readonly number[], isRead: boolean): Promise<number> {
      if (ids.length === 0) return 0;
      const marks = { userId, ids: numbers(ids), isRead: Number(isRead), wasRead: Number(!isRead) };
      return (await session.all(markAmong, marks)).length;
    },
    /** A button was pressed; false: one was already. */
    async updateSettled(id: number): Promise<boolean> {
      return (await session.all(settle, { id })).length > 0;
    },
    async deleteNotification(id: number): Promise<void> {
      await session.all(remove, { id });
    },
    /** Of a person who has been told more than is kept, the oldest. */
    async deleteOld(userId: number): Promise<void> {
      await session.all(removeOld, { userId });
    },
  };
}
