import type { Dialect } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Most inserts are into these. */
const BUSIEST = ['message', 'event'];

/**
 * SQLite looks for the last id of a table through a list of all tables, from its beginning, at each insert: with a dozen before
 * it that takes a twentieth of the time of an insert.
 */
export const idsFoundFirst: Migration = {
  name: '0048-ids-found-first',
  statements: (dialect: Dialect) => (dialect === 'sqlite' ? BUSIEST.flatMap(putFirst) : []),
};

function putFirst(table: string, index: number): string[] {
  const known = `coalesce((select max(seq) from sqlite_sequence where name = '${table}'), 0)`;
  return [
    `insert into sqlite_sequence(rowid, name, seq) values (${index - BUSIEST.length}, '${table}', ${known})`,
    `delete from sqlite_sequence where name = '${table}' and rowid >= 0`,
  ];
}
