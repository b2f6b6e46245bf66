import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

export const signIn: Migration = {
  name: '0005-sign-in',
  statements(dialect: Dialect) {
    const { id, ref, time, text } = columns(dialect);
    return [
      `create table credential (
        user_id ${ref} primary key references "user"(id),
        password_hash ${text} not null,
        changed_at ${time} not null
      )`,
      `create table session (
        id ${id},
        portal_id ${ref} not null references portal(id),
        user_id ${ref} not null references "user"(id),
        token_hash ${text} not null unique,
        created_at ${time} not null,
        last_seen_at ${time} not null
      )`,
      'create index session_of_user on session(user_id)',
      // Without a user: whoever follows it becomes the first administrator.
      `create table invitation (
        id ${id},
        portal_id ${ref} not null references portal(id),
        user_id ${ref} references "user"(id),
        code_hash ${text} not null unique,
        created_at ${time} not null
      )`,
      'create index invitation_of_user on invitation(user_id)',
    ];
  },
};
