import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Who has opened which application: it is told of the first time of each. */
export const firstRuns: Migration = {
  name: '0042-first-runs',
  statements(dialect: Dialect) {
    const { ref } = columns(dialect);
    return [
      `create table first_run (
        application_id ${ref} not null references application(id),
        user_id ${ref} not null references "user"(id),
        primary key (application_id, user_id)
      )`,
    ];
  },
};
