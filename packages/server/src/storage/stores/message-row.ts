import type { Selectable } from 'kysely';
import type { Message, MessageParams } from '#domain/message/message.ts';
import type { MessageTable } from '../tables/chat-tables.ts';

export function toMessage(row: Selectable<MessageTable>): Message {
  return {
    id: row.id,
    chatId: row.chat_id,
    seq: row.seq,
    authorId: row.author_id,
    text: row.text,
    isSystem: row.is_system === 1,
    uuid: row.uuid,
    replyToId: row.reply_to_id,
    params: row.params === null ? {} : (JSON.parse(row.params) as MessageParams),
    createdAt: row.created_at,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
  };
}
