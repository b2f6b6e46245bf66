import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Behind which line of its chat a conversation with a visitor begins. */
export const lineSessionBegins: Migration = {
  name: '0026-line-session-begins',
  statements(dialect: Dialect) {
    const { ref } = columns(dialect);
    return [`alter table line_session add column begins_after ${ref} not null default 0`];
  },
};
