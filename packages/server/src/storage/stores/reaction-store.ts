import type { Session } from '../session.ts';
import { statement } from '../statement.ts';
import { oldestIds } from './message-store.ts';

export const insert = statement((db, p: { messageId: number; userId: number; now: number }) =>
  db
    .insertInto('reaction')
    .values({ message_id: p.messageId, user_id: p.userId, created_at: p.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id'),
);
export const remove = statement((db, p: { messageId: number; userId: number }) =>
  db.deleteFrom('reaction').where('message_id', '=', p.messageId).where('user_id', '=', p.userId).returning('user_id'),
);
export const removeOfMessage = statement((db, p: { messageId: number }) =>
  db.deleteFrom('reaction').where('message_id', '=', p.messageId),
);
export const removeOfOldest = statement((db, p: { chatId: number; limit: number }) =>
  db.deleteFrom('reaction').where('message_id', 'in', oldestIds(db, p)),
);

export function reactionStore(session: Session) {
  return {
    /** false: it was there already. */
    async insertReaction(messageId: number, userId: number, now: number): Promise<boolean> {
      return (await session.all(insert, { messageId, userId, now })).length > 0;
    },
    /** false: there was none. */
    async deleteReaction(messageId: number, userId: number): Promise<boolean> {
      return (await session.all(remove, { messageId, userId })).length > 0;
    },
    async deleteOfMessage(messageId: number): Promise<void> {
      await session.all(removeOfMessage, { messageId });
    },
    /** Of the `limit` oldest messages of a chat. */
    async deleteOfOldest(chatId: number, limit: number): Promise<void> {
      await session.all(removeOfOldest, { chatId, limit });
    },
    /** Who reacted, in the order they did, by message. */
    async listOfMessages(ids: readonly number[]): Promise<Map<number, number[]>> {
      const byMessage = new Map<number, number[]>();
      if (ids.length === 0) return byMessage;
      const rows = await session.query((db) =>
        db
          .selectFrom('reaction')
          .select(['message_id', 'user_id'])
          .where('message_id', 'in', [...ids])
          .orderBy('created_at')
          .orderBy('user_id'),
      );
      for (const row of rows) byMessage.set(row.message_id, [...(byMessage.get(row.message_id) ?? []), row.user_id]);
      return byMessage;
    },
  };
}
