import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Somebody may react to a message in several ways, and the field that people write in can be switched off in a chat. */
export const chatbots2: Migration = {
  name: '0028-chatbots-2',
  statements(dialect: Dialect) {
    const { ref, time, flag, text } = columns(dialect);
    return [
      `create table reaction_of (
        message_id ${ref} not null references message(id),
        user_id ${ref} not null references "user"(id),
        reaction ${text} not null,
        created_at ${time} not null,
        primary key (message_id, user_id, reaction)
      )`,
      "insert into reaction_of select message_id, user_id, 'like', created_at from reaction",
      'drop table reaction',
      'alter table reaction_of rename to reaction',
      `alter table chat add column is_field_off ${flag} not null default 0`,
    ];
  },
};
