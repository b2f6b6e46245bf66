import type { Message, MessageDraft, MessageParams } from '#domain/message/message.ts';
import { numbers, numbersIn } from '../number-list.ts';
import { first, type Session } from '../session.ts';
import { type Builder, statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { MessageTable } from '../tables/chat-tables.ts';
import { lock } from './chat-store.ts';
import { correctTotals, deleteTotals, type Line, noteTotals, one, withLine } from './line-totals.ts';
import { messageHistory } from './message-history.ts';
import { toMessage } from './message-row.ts';
import { correctWords, forgetOldestWords, forgetWords } from './message-word-store.ts';
import { newestLines } from './newest-lines.ts';

const CHANGED = ['text', 'params', 'edited_at', 'deleted_at'] as const;
const WRITTEN = [
  'chat_id',
  'seq',
  'author_id',
  'text',
  'is_system',
  'uuid',
  'reply_to_id',
  'params',
  'created_at',
] as const;
export const insert = statement((db, p: ValuesOf<MessageTable, typeof WRITTEN>) =>
  db.insertInto('message').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const last = statement((db, p: { chatId: number }) =>
  db.selectFrom('message').select(['id', 'seq']).where('chat_id', '=', p.chatId).orderBy('id', 'desc').limit(one),
);
export const byId = statement((db, p: { id: number }) => db.selectFrom('message').selectAll().where('id', '=', p.id));
const among = (db: Builder, p: { ids: string }) =>
  db.selectFrom('message').selectAll().where('id', 'in', numbersIn(db, p.ids));
export const byIds = statement((db, p: { ids: string }) => among(db, p).orderBy('id'));
export const withParts = statement((db, p: { ids: string }) =>
  among(db, p).where((eb) => eb.or([eb('params', 'is not', null), eb('reply_to_id', 'is not', null)])),
);
export const update = statement((db, p: ValuesOf<MessageTable, typeof CHANGED> & { id: number }) =>
  db.updateTable('message').set(valuesOf(p, CHANGED)).where('id', '=', p.id),
);
export const remove = statement((db, p: { id: number }) => db.deleteFrom('message').where('id', '=', p.id));
/** Ids of the oldest messages of a chat. */
export const oldestIds = (db: Builder, p: { chatId: number; limit: number }) =>
  db.selectFrom('message').select('id').where('chat_id', '=', p.chatId).orderBy('id').limit(p.limit);
export const removeOldest = statement((db, p: { chatId: number; limit: number }) =>
  db.deleteFrom('message').where('id', 'in', oldestIds(db, p)).returning(['id', 'author_id', 'seq']),
);

export function messageStore(session: Session) {
  const lines = newestLines(session);
  return {
    ...messageHistory(session),
    /** The newest line of a chat, until the unit ends nobody else adds one: the next one follows it. */
    async lockLast(chatId: number): Promise<Line | undefined> {
      // SQLite has one writer at a time anyway.
      if (session.dialect === 'postgres') await session.all(lock, { id: chatId });
      return lines.get(chatId) ?? (await first(session, last, { chatId }));
    },
    async insertMessage(draft: MessageDraft, seq: number, now: number): Promise<Message> {
      const row = await first(session, insert, {
        chat_id: draft.chatId,
        seq,
        author_id: draft.authorId,
        text: draft.text,
        is_system: Number(draft.isSystem),
        uuid: draft.uuid,
        reply_to_id: draft.replyToId,
        params: toDocument(draft.params),
        created_at: now,
      });
      const { id } = row as { id: number };
      const since = withLine(lines.get(draft.chatId)?.since, { seq, authorId: draft.authorId });
      lines.set(draft.chatId, { id, seq, since });
      await noteTotals(session, { chatId: draft.chatId, seq }, since);
      // By their names: with each message a spread of the draft would be looked through.
      return {
        id,
        chatId: draft.chatId,
        seq,
        authorId: draft.authorId,
        text: draft.text,
        isSystem: draft.isSystem,
        uuid: draft.uuid,
        replyToId: draft.replyToId,
        params: draft.params,
        createdAt: now,
        editedAt: null,
        deletedAt: null,
      };
    },
    /** The newest line of a chat. */
    async findLast(chatId: number): Promise<Line | undefined> {
      return await first(session, last, { chatId });
    },
    async findMessage(id: number): Promise<Message | undefined> {
      const row = await first(session, byId, { id });
      return row && toMessage(row);
    },
    /** Those that are there, by id. */
    async listMessages(ids: readonly number[]): Promise<Message[]> {
      if (ids.length === 0) return [];
      return (await session.all(byIds, { ids: numbers(ids) })).map(toMessage);
    },
    /** Those that are there and are more than a text: they answer another one, or have parts. */
    async listWithParts(ids: readonly number[]): Promise<Message[]> {
      if (ids.length === 0) return [];
      return (await session.all(withParts, { ids: numbers(ids) })).map(toMessage);
    },
    async updateMessage(
      message: Pick<Message, 'id' | 'chatId' | 'seq' | 'text' | 'params' | 'editedAt' | 'deletedAt'>,
    ): Promise<void> {
      // Until the unit ends nobody indexes the text as it was.
      if (session.dialect === 'postgres') await session.all(lock, { id: message.chatId });
      await session.all(update, {
        id: message.id,
        text: message.text,
        params: toDocument(message.params),
        edited_at: message.editedAt,
        deleted_at: message.deletedAt,
      });
      await correctWords(session, message.chatId, message);
    },
    async deleteMessage(message: Pick<Message, 'id' | 'chatId' | 'authorId' | 'seq'>): Promise<void> {
      if (session.dialect === 'postgres') await session.all(lock, { id: message.chatId });
      lines.forget(message.chatId);
      await session.all(remove, { id: message.id });
      await forgetWords(session, message.chatId, message.id);
      await correctTotals(session, message, await first(session, last, { chatId: message.chatId }));
    },
    /** The `limit` oldest of a chat of which nothing is to stay; answers how many there were. */
    async deleteOldest(chatId: number, limit: number): Promise<number> {
      lines.forget(chatId);
      const removed = await session.all(removeOldest, { chatId, limit });
      await deleteTotals(session, chatId, removed);
      await forgetOldestWords(
        session,
        chatId,
        removed.map(({ id }) => id),
      );
      return removed.length;
    },
  };
}

function toDocument(params: MessageParams): string | null {
  for (const _ in params) return JSON.stringify(params);
  return null;
}
