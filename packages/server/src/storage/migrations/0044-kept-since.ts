import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** What is kept until it is fetched grows old from then on, not from when it happened: it may have been sent in vain before. */
export const keptSince: Migration = {
  name: '0044-kept-since',
  statements: (dialect: Dialect) => [`alter table event add column kept_since ${columns(dialect).time}`],
};
