import { expect, it } from 'vitest';
import { openSqliteFile } from '../sqlite-driver.ts';
import { idsFoundFirst } from './0048-ids-found-first.ts';

const TABLES = ['chat', 'message', 'event'];

it('ids go on behind those that were given, and those of messages and events are found first', () => {
  const database = openSqliteFile(':memory:');
  for (const table of TABLES) database.exec(`create table ${table} (id integer primary key autoincrement)`);
  database.exec('insert into chat values (3); insert into message values (41); delete from message');
  for (const statement of idsFoundFirst.statements('sqlite')) database.exec(statement);
  for (const table of TABLES) database.exec(`insert into ${table} default values`);
  expect(database.prepare('select name, seq from sqlite_sequence order by rowid').all()).toEqual([
    { name: 'message', seq: 42 },
    { name: 'event', seq: 1 },
    { name: 'chat', seq: 4 },
  ]);
  database.close();
});
