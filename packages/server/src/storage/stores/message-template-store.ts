import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import { oldestIds } from './message-store.ts';

/** A message that its sender named before it was sent. */
interface Template {
  readonly chatId: number;
  readonly authorId: number;
  readonly uuid: string;
}

export const insert = statement((db, p: Template & { messageId: number }) =>
  db
    .insertInto('message_template')
    .values({ message_id: p.messageId, chat_id: p.chatId, author_id: p.authorId, uuid: p.uuid })
    // The message of that name may be gone completely; then its name is free again.
    .onConflict((conflict) =>
      conflict.columns(['author_id', 'chat_id', 'uuid']).doUpdateSet({ message_id: p.messageId }),
    ),
);
export const find = statement((db, p: Template) =>
  db
    .selectFrom('message_template')
    .select('message_id')
    .where('author_id', '=', p.authorId)
    .where('chat_id', '=', p.chatId)
    .where('uuid', '=', p.uuid),
);
export const removeOfOldest = statement((db, p: { chatId: number; limit: number }) =>
  db.deleteFrom('message_template').where('message_id', 'in', oldestIds(db, p)),
);

export function messageTemplateStore(session: Session) {
  return {
    async insertTemplate(template: Template, messageId: number): Promise<void> {
      await session.all(insert, { ...template, messageId });
    },
    /** Id of the message of that name. */
    async findTemplate(template: Template): Promise<number | undefined> {
      return (await first(session, find, template))?.message_id;
    },
    /** Of the `limit` oldest messages of a chat. */
    async deleteOfOldest(chatId: number, limit: number): Promise<void> {
      await session.all(removeOfOldest, { chatId, limit });
    },
  };
}
