import { sql } from 'kysely';
import { LIKE, type Reaction } from '#domain/message/reaction.ts';
import { numbers, numbersIn } from '../number-list.ts';
import type { Session } from '../session.ts';
import { statement } from '../statement.ts';
import { oldestIds } from './message-store.ts';

export const insert = statement((db, p: { messageId: number; userId: number; reaction: string; now: number }) =>
  db
    .insertInto('reaction')
    .values({ message_id: p.messageId, user_id: p.userId, reaction: p.reaction, created_at: p.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id'),
);
export const remove = statement((db, p: { messageId: number; userId: number; reaction: string }) =>
  db
    .deleteFrom('reaction')
    .where('message_id', '=', p.messageId)
    .where('user_id', '=', p.userId)
    .where('reaction', '=', p.reaction)
    .returning('user_id'),
);
export const removeOfMessage = statement((db, p: { messageId: number }) =>
  db.deleteFrom('reaction').where('message_id', '=', p.messageId),
);
export const removeOfOldest = statement((db, p: { chatId: number; limit: number }) =>
  db.deleteFrom('reaction').where('message_id', 'in', oldestIds(db, p)),
);

export const ofMessages = statement((db, p: { messageIds: string }) =>
  db
    .selectFrom('reaction')
    .select(['message_id', 'user_id'])
    .where('message_id', 'in', numbersIn(db, p.messageIds))
    .where('reaction', '=', sql.lit(LIKE))
    .orderBy('created_at')
    .orderBy('user_id'),
);
export const between = statement((db, p: { chatId: number; from: number; to: number }) =>
  db
    .selectFrom('message')
    .innerJoin('reaction', 'reaction.message_id', 'message.id')
    .select(['reaction.message_id', 'reaction.user_id'])
    .where('message.chat_id', '=', p.chatId)
    .where('message.id', '>=', p.from)
    .where('message.id', '<=', p.to)
    .where('reaction.reaction', '=', sql.lit(LIKE))
    .orderBy('reaction.created_at')
    .orderBy('reaction.user_id'),
);

export function reactionStore(session: Session) {
  return {
    /** false: it was there already. */
    async insertReaction(messageId: number, userId: number, reaction: Reaction, now: number): Promise<boolean> {
      return (await session.all(insert, { messageId, userId, reaction, now })).length > 0;
    },
    /** false: there was none. */
    async deleteReaction(messageId: number, userId: number, reaction: Reaction): Promise<boolean> {
      return (await session.all(remove, { messageId, userId, reaction })).length > 0;
    },
    async deleteOfMessage(messageId: number): Promise<void> {
      await session.all(removeOfMessage, { messageId });
    },
    /** Of the `limit` oldest messages of a chat. */
    async deleteOfOldest(chatId: number, limit: number): Promise<void> {
      await session.all(removeOfOldest, { chatId, limit });
    },
    /** Who likes the messages of a chat from one to another, in the order they did, by message. */
    async listBetween(chatId: number, from: number, to: number): Promise<Map<number, number[]>> {
      return byMessage(await session.all(between, { chatId, from, to }));
    },
    /** The same of those messages. */
    async listOfMessages(ids: readonly number[]): Promise<Map<number, number[]>> {
      if (ids.length === 0) return new Map();
      return byMessage(await session.all(ofMessages, { messageIds: numbers(ids) }));
    },
  };
}

function byMessage(rows: readonly { readonly message_id: number; readonly user_id: number }[]): Map<number, number[]> {
  const users = new Map<number, number[]>();
  for (const { message_id, user_id } of rows) {
    const known = users.get(message_id);
    if (known) known.push(user_id);
    else users.set(message_id, [user_id]);
  }
  return users;
}
