import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** A session says in which browser it is, and an application how many seconds its access tokens live. */
export const sessionsAndTokenLife: Migration = {
  name: '0038-sessions-and-token-life',
  statements(dialect: Dialect) {
    const { text } = columns(dialect);
    return [
      `alter table session add column device ${text} not null default ''`,
      `alter table application add column token_seconds integer not null default 3600`,
    ];
  },
};
