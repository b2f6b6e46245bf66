import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** A portal can be closed, lose its plan, and keep what calls are to fail with. */
export const portalState: Migration = {
  name: '0009-portal-state',
  statements(dialect: Dialect) {
    const { flag, text } = columns(dialect);
    return [
      `alter table portal add column is_closed ${flag} not null default 0`,
      `alter table portal add column plan ${text} not null default 'commercial'`,
      `alter table portal add column kept_faults ${text} not null default '[]'`,
    ];
  },
};
