import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Open channels, their visitors, and the conversations with these. */
export const lines: Migration = {
  name: '0025-lines',
  statements(dialect: Dialect) {
    const { id, ref, text, time, flag } = columns(dialect);
    return [
      `alter table "user" add column is_visitor ${flag} not null default 0`,
      // Lists of people pass over visitors, of whom there may be many more.
      'create index people_of_portal on "user"(portal_id, id) where is_bot = 0 and is_visitor = 0',
      `create table line (
        id ${id},
        portal_id ${ref} not null references portal(id),
        code ${text} not null,
        name ${text} not null,
        is_active ${flag} not null default 1,
        language ${text} not null,
        welcome_bot_id ${ref} not null default 0,
        uses_bot ${flag} not null default 1,
        greets ${flag} not null default 0,
        greeting ${text} not null default '',
        distribution ${text} not null,
        queue ${text} not null,
        sites ${text} not null,
        kept ${text} not null,
        changed_by ${ref} not null default 0,
        created_at ${time} not null,
        changed_at ${time} not null,
        removed_at ${time}
      )`,
      'create unique index line_of_portal on line(portal_id, code)',
      `create table visitor (
        user_id ${ref} primary key references "user"(id),
        line_id ${ref} not null references line(id),
        chat_id ${ref} not null,
        token_hash ${text} not null
      )`,
      'create unique index visitor_of_line on visitor(line_id, token_hash)',
      `create table line_session (
        id ${id},
        line_id ${ref} not null references line(id),
        queue_line_id ${ref} not null,
        chat_id ${ref} not null,
        visitor_id ${ref} not null,
        bot_id ${ref} not null default 0,
        operator_id ${ref} not null default 0,
        state ${text} not null,
        asked_ids ${text} not null,
        started_at ${time} not null,
        closed_at ${time}
      )`,
      'create index line_session_of_chat on line_session(chat_id, id)',
      "create unique index open_line_session on line_session(chat_id) where state <> 'closed'",
      "create index open_line_session_of_operator on line_session(operator_id) where state <> 'closed'",
    ];
  },
};
