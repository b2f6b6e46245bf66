import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** What was taken away and still has rows: they go in steps. */
export const leftovers: Migration = {
  name: '0010-leftovers',
  statements(dialect: Dialect) {
    const { id, ref, text } = columns(dialect);
    return [
      `create table leftover (
        id ${id},
        kind ${text} not null,
        ref ${ref} not null
      )`,
    ];
  },
};
