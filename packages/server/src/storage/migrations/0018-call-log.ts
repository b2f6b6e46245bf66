import { columns, type Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** The log of REST calls, where it is not kept in a file of its own (docs/decisions/0017-calls-are-logged-in-batches.md). */
export const callLog: Migration = {
  name: '0018-call-log',
  statements: (dialect: Dialect) => [callBatchTable(dialect)],
};

export function callBatchTable(dialect: Dialect): string {
  const { text, int, ref, time } = columns(dialect);
  const key = dialect === 'sqlite' ? 'integer primary key' : 'bigint primary key';
  return `create table call_batch (
    first_id ${key},
    last_id ${ref} not null,
    from_at ${time} not null,
    until_at ${time} not null,
    refused ${int} not null,
    dropped ${int} not null,
    facts ${text} not null,
    texts ${text} not null
  )`;
}
