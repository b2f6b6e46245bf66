import type { Session } from '../session.ts';
import { statement } from '../statement.ts';

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
export const removeOfChat = statement((db, p: { chatId: number }) =>
  db
    .deleteFrom('reaction')
    .where('message_id', 'in', (eb) => eb.selectFrom('message').select('id').where('chat_id', '=', p.chatId)),
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
    async deleteOfChat(chatId: number): Promise<void> {
      await session.all(removeOfChat, { chatId });
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
