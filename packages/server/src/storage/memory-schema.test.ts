import { expect, it } from 'vitest';
import { makeSchemaInMemory } from './memory-schema.ts';
import { migrate } from './migrate.ts';
import { RowCache } from './row-cache.ts';
import { openSqliteFile, type SqliteDatabase } from './sqlite-driver.ts';
import { SqliteSession } from './sqlite-session.ts';

it('a database in memory has the same schema and rows as one that went through the steps', async () => {
  const made = async (make: (session: SqliteSession) => Promise<unknown>) => {
    const database = openSqliteFile(':memory:');
    await make(new SqliteSession(database, new RowCache()));
    const all = contentOf(database);
    database.close();
    return all;
  };
  const bySteps = await made(migrate);
  expect(Object.keys(bySteps.rows).length).toBeGreaterThan(25);
  await made(makeSchemaInMemory);
  expect(await made(makeSchemaInMemory)).toEqual(bySteps);
});

function contentOf(database: SqliteDatabase) {
  const schema = database.prepare('select type, name, tbl_name, sql from sqlite_master order by name').all();
  const tables = (schema as { type: string; name: string }[]).filter(({ type }) => type === 'table');
  const rows = tables.map(({ name }) => [name, database.prepare(`select * from "${name}"`).all()] as const);
  return { schema, rows: Object.fromEntries(rows) };
}
