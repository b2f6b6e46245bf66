import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import { oldestIds } from './message-store.ts';

/** That a command was called by a message; the right to answer comes from it. */
export interface Invocation {
  readonly messageId: number;
  readonly commandId: number;
  readonly botId: number;
  readonly chatId: number;
  readonly userId: number;
}

export const insert = statement((db, p: Invocation & { now: number }) =>
  db
    .insertInto('invocation')
    .values({
      message_id: p.messageId,
      command_id: p.commandId,
      bot_id: p.botId,
      chat_id: p.chatId,
      user_id: p.userId,
      created_at: p.now,
    })
    // A button may be pressed again, also by somebody else: the last one who called is the one answered.
    .onConflict((conflict) =>
      conflict.columns(['message_id', 'command_id']).doUpdateSet({ user_id: p.userId, created_at: p.now }),
    ),
);
export const find = statement((db, p: { messageId: number; commandId: number }) =>
  db.selectFrom('invocation').selectAll().where('message_id', '=', p.messageId).where('command_id', '=', p.commandId),
);
export const removeOfBot = statement((db, p: { botId: number; limit: number }) =>
  db
    .deleteFrom('invocation')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('message_id', 'command_id'),
        'in',
        selectFrom('invocation')
          .select(['message_id', 'command_id'])
          .where('bot_id', '=', p.botId)
          .limit(p.limit)
          .$asTuple('message_id', 'command_id'),
      ),
    )
    .returning('message_id'),
);

export const removeOfOldest = statement((db, p: { chatId: number; limit: number }) =>
  db.deleteFrom('invocation').where('message_id', 'in', oldestIds(db, p)),
);

export function invocationStore(session: Session) {
  return {
    async insertInvocation(invocation: Invocation, now: number): Promise<void> {
      await session.all(insert, { ...invocation, now });
    },
    async findInvocation(messageId: number, commandId: number): Promise<Invocation | undefined> {
      const row = await first(session, find, { messageId, commandId });
      return (
        row && {
          messageId: row.message_id,
          commandId: row.command_id,
          botId: row.bot_id,
          chatId: row.chat_id,
          userId: row.user_id,
        }
      );
    },
    /** Of the `limit` oldest messages of a chat. */
    async deleteOfOldest(chatId: number, limit: number): Promise<void> {
      await session.all(removeOfOldest, { chatId, limit });
    },
    /** `limit` of them; answers how many there were. */
    async deleteOfBot(botId: number, limit: number): Promise<number> {
      return (await session.all(removeOfBot, { botId, limit })).length;
    },
  };
}
