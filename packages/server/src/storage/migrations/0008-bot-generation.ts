import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Bots of generation 2: each has a way of its own to hear of events, and may belong to whoever knows its token. */
export const botGeneration: Migration = {
  name: '0008-bot-generation',
  statements(dialect: Dialect) {
    const { ref, flag, text } = columns(dialect);
    return [
      `alter table bot add column event_mode ${text} not null default 'webhook'`,
      `alter table bot add column webhook_url ${text} not null default ''`,
      `alter table bot add column has_reactions ${flag} not null default 1`,
      `alter table bot add column background ${text}`,
      `alter table bot add column registered_by ${ref} not null default 0`,
      `alter table application add column token_hash ${text}`,
      'create unique index application_token on application(portal_id, token_hash) where token_hash is not null',
      'create index event_kept on event(receiver_id, id) where state = 4',
    ];
  },
};
