import { makeSchemaInMemory } from '#storage/memory-schema.ts';
import { RowCache } from '#storage/row-cache.ts';
import { openSqliteFile, type SqliteDatabase, type SqliteStatement } from '#storage/sqlite-driver.ts';
import { SqliteSession } from '#storage/sqlite-session.ts';
import { openMemory } from '#storage/sqlite-store.ts';
import type { Store } from '#storage/store.ts';
import type { StoreOptions } from '#storage/unit-factory.ts';

/*
 * SQLite databases in memory that are used again: emptying the tables takes a tenth of the time of making them, and
 * statements stay prepared.
 */

interface Used {
  readonly database: SqliteDatabase;
  readonly prepared: Map<string, SqliteStatement>;
  /** Empties all tables, and lets ids begin anew. */
  readonly reset: string;
  readonly schema: number;
}

const free: Used[] = [];

/** A store over a database with the tables of Botyard, all empty; closing it gives the database back. */
export async function takeMemory(options: StoreOptions): Promise<Store> {
  return openMemory(lend(free.pop() ?? (await make())), options);
}

async function make(): Promise<Used> {
  const database = openSqliteFile(':memory:');
  await makeSchemaInMemory(new SqliteSession(database, new RowCache()));
  return { database, prepared: new Map(), reset: resetOf(database), schema: schemaVersion(database) };
}

/** For one store: after its end whoever still uses it fails, and reaches no database of another test. */
function lend(used: Used): SqliteDatabase {
  const { database, prepared } = used;
  let isOpen = true;
  const check = () => {
    if (!isOpen) throw new Error('database is not open');
  };
  return {
    exec(sql) {
      check();
      database.exec(sql);
    },
    prepare(sql) {
      check();
      const statement = prepared.get(sql) ?? database.prepare(sql);
      prepared.set(sql, statement);
      return {
        all(...params) {
          check();
          return statement.all(...params);
        },
        run(...params) {
          check();
          return statement.run(...params);
        },
      };
    },
    close() {
      check();
      isOpen = false;
      giveBack(used);
    },
  };
}

function giveBack(used: Used): void {
  const { database, reset, schema } = used;
  try {
    database.exec(reset);
    // A test may have made the database refuse something.
    if (schemaVersion(database) === schema) free.push(used);
    else database.close();
  } catch {
    database.close();
  }
}

function resetOf(database: SqliteDatabase): string {
  const tables = rows(
    database,
    "select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite_%' and name <> 'migration'",
  );
  const begins = rows(database, 'select name, seq from sqlite_sequence');
  return [
    'pragma foreign_keys = off; begin',
    ...tables.map(({ name }) => `delete from "${name}"`),
    'delete from sqlite_sequence',
    ...begins.map(({ name, seq }) => `insert into sqlite_sequence(name, seq) values ('${name}', ${seq})`),
    'commit; pragma foreign_keys = on',
  ].join('; ');
}

function schemaVersion(database: SqliteDatabase): number {
  return Number(rows(database, 'select schema_version as version from pragma_schema_version')[0]?.['version']);
}

function rows(database: SqliteDatabase, sql: string): readonly Readonly<Record<string, unknown>>[] {
  return database.prepare(sql).all() as readonly Readonly<Record<string, unknown>>[];
}
