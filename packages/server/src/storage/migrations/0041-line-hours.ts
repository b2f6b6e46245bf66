import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Hours of open channels, and when a visitor who waits is passed on to the next of the queue. */
export const lineHours: Migration = {
  name: '0041-line-hours',
  statements(dialect: Dialect) {
    const { ref, text, time } = columns(dialect);
    return [
      `alter table line add column passes_on_after ${ref} not null default 60`,
      `alter table line add column hours ${text}`,
      `alter table line_session add column tried_ids ${text} not null default '[]'`,
      `alter table line_session add column due_at ${time}`,
      'create index due_line_session on line_session(due_at) where due_at is not null',
    ];
  },
};
