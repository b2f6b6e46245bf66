import type { Member } from '#domain/chat/chat.ts';
import type { ReadPlace, UnreadPart } from '#domain/chat/unread-chats.ts';
import type { Message } from '#domain/message/message.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import { newestLineIn } from './newest-line-in.ts';
import { countUnreadIn, listUnreadChats } from './unread-chats.ts';

export const reader = statement((db, p: { chatId: number; messageId: number; authorId: number }) =>
  db
    .selectFrom('member')
    .select('user_id')
    .where('chat_id', '=', p.chatId)
    .where('last_read_id', '>=', p.messageId)
    .where('user_id', '<>', p.authorId)
    .limit(1),
);
export const furthest = statement((db, p: { chatId: number; exceptId: number }) =>
  db
    .selectFrom('member')
    .select((eb) => eb.fn.max('last_read_id').as('id'))
    .where('chat_id', '=', p.chatId)
    .where('user_id', '<>', p.exceptId),
);
export const readers = statement((db, p: { chatId: number; from: number }) =>
  db
    .selectFrom('member')
    .select(['user_id as userId', 'last_read_id as lastReadId'])
    .where('chat_id', '=', p.chatId)
    .where('last_read_id', '>=', p.from),
);
export const read = statement((db, p: { chatId: number; userId: number; messageId: number; now: number }) =>
  db
    .updateTable('member')
    .set({ last_read_id: p.messageId, last_read_at: p.now })
    .where('chat_id', '=', p.chatId)
    .where('user_id', '=', p.userId)
    .where('last_read_id', '<', p.messageId),
);
export const unread = statement((db, p: { chatId: number; userId: number; lastReadId: number }) =>
  db
    .updateTable('member')
    .set({ last_read_id: p.lastReadId })
    .where('chat_id', '=', p.chatId)
    .where('user_id', '=', p.userId)
    .where('last_read_id', '>', p.lastReadId),
);
/** Where the newest line of a chat is not read yet, or the chat is marked as unread. */
export const behind = statement((db, p: { userId: number; limit: number }) =>
  db
    .selectFrom((places) =>
      places
        .selectFrom('member')
        .select(['member.chat_id', 'member.last_read_id', 'member.is_marked'])
        .select(newestLineIn(db, 'member.chat_id').as('newest_id'))
        .where('member.user_id', '=', p.userId)
        .as('place'),
    )
    .selectAll()
    .where((eb) => eb.or([eb('place.last_read_id', '<', eb.ref('place.newest_id')), eb('place.is_marked', '=', 1)]))
    .limit(p.limit),
);

interface Behind {
  readonly chatId: number;
  readonly newestId: number;
  readonly isMarked: boolean;
}

/** How far members have read their chats. */
export function readMarkStore(session: Session) {
  return {
    /** The id of a member who has read that message of the chat and did not write it. */
    async findReader({
      id,
      chatId,
      authorId,
    }: Pick<Message, 'id' | 'chatId' | 'authorId'>): Promise<number | undefined> {
      return (await first(session, reader, { chatId, messageId: id, authorId }))?.user_id;
    },
    /** The id up to which anybody but this person has read the chat; 0: nobody has. */
    async getFurthestRead(chatId: number, exceptId: number): Promise<number> {
      return (await first(session, furthest, { chatId, exceptId }))?.id ?? 0;
    },
    /** Members who have read a message of the chat or a later one, and up to which. */
    async listReaders(chatId: number, from: number): Promise<Pick<Member, 'userId' | 'lastReadId'>[]> {
      return await session.all(readers, { chatId, from });
    },
    /**
     * `limit` of the chats whose newest line the user has not read, own lines among them, or which they have marked as
     * unread, and the id of that line.
     */
    async listBehind(userId: number, limit: number): Promise<Behind[]> {
      const rows = await session.all(behind, { userId, limit });
      return rows.map((row) => ({
        chatId: row.chat_id,
        newestId: row.newest_id ?? 0,
        isMarked: row.is_marked === 1,
      }));
    },
    /** Of the `limit` chats of the user behind that id those in which something is unread to them, or which they marked so. */
    async listUnread(userId: number, after: number, limit: number): Promise<UnreadPart> {
      return await listUnreadChats(session, userId, after, limit);
    },
    /** How much is unread to the user in each of those chats; of one in which nothing is, nothing. */
    async countUnreadIn(userId: number, places: readonly ReadPlace[]): Promise<ReadonlyMap<number, number>> {
      return await countUnreadIn(session, userId, places);
    },
    /** Moves backwards only. */
    async updateUnread(chatId: number, userId: number, lastReadId: number): Promise<void> {
      await session.all(unread, { chatId, userId, lastReadId });
    },
    /** Never moves backwards. */
    async updateLastRead(chatId: number, userId: number, messageId: number, now: number): Promise<void> {
      await session.all(read, { chatId, userId, messageId, now });
    },
  };
}
