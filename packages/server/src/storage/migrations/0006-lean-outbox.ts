import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/**
 * Nearly every event is delivered, and a row of its own for the try that did it cost as much as the event: what there is
 * to say of it stands in the event.
 */
export const leanOutbox: Migration = {
  name: '0006-lean-outbox',
  statements(dialect: Dialect) {
    const { int } = columns(dialect);
    return [`alter table event add column status ${int}`, `alter table event add column duration_ms ${int}`];
  },
};
