import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Why a try came to nothing is kept by its kind, so that pages say it in the language of whoever reads. */
export const causesOfTries: Migration = {
  name: '0047-causes-of-tries',
  statements: (dialect: Dialect) => [`alter table attempt add column cause ${columns(dialect).text}`],
};
