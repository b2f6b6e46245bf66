import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Names that senders gave their messages themselves, so that one that is sent again is not written twice. */
export const messageTemplates: Migration = {
  name: '0031-message-templates',
  statements(dialect: Dialect) {
    const { ref, text } = columns(dialect);
    return [
      `create table message_template (
        message_id ${ref} primary key,
        chat_id ${ref} not null,
        author_id ${ref} not null,
        uuid ${text} not null
      )`,
      'create unique index message_template_of_author on message_template(author_id, chat_id, uuid)',
    ];
  },
};
