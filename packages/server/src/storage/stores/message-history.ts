import type { DatedLine, LinesAsked, Message } from '#domain/message/message.ts';
import type { IndexedLine } from '#domain/message/message-words.ts';
import { first, type Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import { type Line, one } from './line-totals.ts';
import { toMessage } from './message-row.ts';
import { countUnreadLines, findUnreadLine, lineAt } from './unread-lines.ts';

/** `after` bounds the history that the reader may see. */
const history = (db: Builder, p: { chatId: number; after: number; limit: number }) =>
  db.selectFrom('message').selectAll().where('chat_id', '=', p.chatId).where('id', '>', p.after).limit(p.limit);
export const newest = statement((db, p: { chatId: number; after: number; limit: number }) =>
  history(db, p).orderBy('id', 'desc'),
);
export const older = statement((db, p: { chatId: number; after: number; before: number; limit: number }) =>
  history(db, p).where('id', '<', p.before).orderBy('id', 'desc'),
);
export const newer = statement((db, p: { chatId: number; after: number; limit: number }) =>
  history(db, p).orderBy('id'),
);
interface Between {
  chatId: number;
  after: number;
  before: number;
  limit: number;
}
export const newestBetween = statement((db, p: Between) =>
  history(db, p).where('id', '<', p.before).orderBy('id', 'desc'),
);
export const oldestBetween = statement((db, p: Between) => history(db, p).where('id', '<', p.before).orderBy('id'));
const texts = (db: Builder, p: Between) =>
  db
    .selectFrom('message')
    .select(['id', 'seq', 'text'])
    .where('chat_id', '=', p.chatId)
    .where('id', '>', p.after)
    .where('id', '<', p.before)
    .limit(p.limit);
export const newestTexts = statement((db, p: Between) => texts(db, p).orderBy('id', 'desc'));
export const oldestTexts = statement((db, p: Between) => texts(db, p).orderBy('id'));
/** The first line behind an id, and when it was written. */
export const lineAfter = statement((db, p: { chatId: number; after: number }) =>
  db
    .selectFrom('message')
    .select(['id', 'seq', 'created_at'])
    .where('chat_id', '=', p.chatId)
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(one),
);
/** The last line of each who wrote in the chat. */
export const lastByAuthor = statement((db, p: { chatId: number }) =>
  db
    .selectFrom('message')
    .select(['author_id', (eb) => eb.fn.max('id').as('last_id')])
    .where('chat_id', '=', p.chatId)
    .groupBy('author_id'),
);

/** The lines of a chat as they are read: from here to there, up to so many. */
export function messageHistory(session: Session) {
  return {
    /** Newest first; `after` bounds the history that the reader may see. */
    async listNewest(chatId: number, after: number, limit: number): Promise<Message[]> {
      return (await session.all(newest, { chatId, after, limit })).map(toMessage);
    },
    /** The newest of each who wrote in the chat, by their ids. */
    async listLastByAuthor(chatId: number): Promise<ReadonlyMap<number, number>> {
      const rows = await session.all(lastByAuthor, { chatId });
      return new Map(rows.map((row) => [row.author_id, Number(row.last_id)]));
    },
    /** Newest first, all before the message `before`. */
    async listOlder(chatId: number, after: number, before: number, limit: number): Promise<Message[]> {
      return (await session.all(older, { chatId, after, before, limit })).map(toMessage);
    },
    /** Newest first, the `limit` that follow the message `after`. */
    async listNewer(chatId: number, after: number, limit: number): Promise<Message[]> {
      return (await session.all(newer, { chatId, after, limit })).map(toMessage).reverse();
    },
    /** What others wrote after the message `after`; lines of the portal itself are not counted (G6). */
    async countUnread(chatId: number, userId: number, after: number): Promise<number> {
      return await countUnreadLines(session, chatId, userId, after);
    },
    /** The first of these. */
    async findFirstUnread(chatId: number, userId: number, after: number): Promise<number | undefined> {
      return await findUnreadLine(session, chatId, userId, after);
    },
    /** Lines between two ids, newest first unless told otherwise. */
    async listBetween(chatId: number, { after, before, limit, oldestFirst }: LinesAsked): Promise<Message[]> {
      const rows = await session.all(oldestFirst ? oldestBetween : newestBetween, { chatId, after, before, limit });
      return rows.map(toMessage);
    },
    /** The same with no more of each than its text. */
    async listTexts(chatId: number, { after, before, limit, oldestFirst }: LinesAsked): Promise<IndexedLine[]> {
      return await session.all(oldestFirst ? oldestTexts : newestTexts, { chatId, after, before, limit });
    },
    /** The newest line of a chat up to an id. */
    async findLineUpTo(chatId: number, upTo: number): Promise<Line | undefined> {
      return await first(session, lineAt, { chatId, upTo });
    },
    /** The oldest line of a chat behind an id. */
    async findLineAfter(chatId: number, after: number): Promise<DatedLine | undefined> {
      const row = await first(session, lineAfter, { chatId, after });
      return row && { id: row.id, seq: row.seq, createdAt: row.created_at };
    },
  };
}
