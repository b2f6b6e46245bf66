import { sql } from 'kysely';
import type { Builder } from '../statement.ts';

/** The id of the newest line of the chat that each row is of, as a column of it; null: nobody has written there. */
export function newestLineIn(db: Builder, chatId: 'member.chat_id' | 'chat.id') {
  return db
    .selectFrom('message')
    .select((line) => line.fn.max('message.id').as('id'))
    .where('message.chat_id', '=', sql.ref<number>(chatId));
}
