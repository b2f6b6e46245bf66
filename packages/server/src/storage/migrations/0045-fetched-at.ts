import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Whoever looks after a portal is told when a bot that fetches its events has last asked for some. */
export const fetchedAt: Migration = {
  name: '0045-fetched-at',
  statements: (dialect: Dialect) => [`alter table event_reader add column fetched_at ${columns(dialect).time}`],
};
