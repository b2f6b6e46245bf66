import { migrate } from './migrate.ts';
import type { SqliteSession } from './sqlite-session.ts';

/** The schema as one text: what the steps made of the first database in memory of this process. */
let latest: string | undefined;

/**
 * The schema of a new database in memory. It never has an older one, so that only the first is taken through the steps:
 * they alter tables, which takes six times as long as making them as they are in the end.
 */
export async function makeSchemaInMemory(session: SqliteSession): Promise<void> {
  if (latest === undefined) {
    await migrate(session);
    latest = schemaOf(session);
  } else session.exec(latest);
}

/** The steps leave no rows but the names of themselves, how the index of words is kept, and where ids begin. */
type Left = {
  sqlite_master: { name: string; sql: string | null; rowid: number };
  migration: { name: string };
  sqlite_sequence: { rowid: number; name: string; seq: number };
  message_word_config: { k: string; v: number };
};

function schemaOf(session: SqliteSession): string {
  const made = session.query((db) =>
    db
      .withTables<Left>()
      .selectFrom('sqlite_master')
      .select('sql')
      .where('sql', 'is not', null)
      .where('name', 'not like', 'sqlite_%')
      // Tables that an index of words makes for itself.
      .where('name', 'not like', 'message_word_%')
      .orderBy('rowid'),
  );
  const steps = session.query((db) => db.withTables<Left>().selectFrom('migration').select('name'));
  const begins = session.query((db) =>
    db.withTables<Left>().selectFrom('sqlite_sequence').select(['name', 'seq']).orderBy('rowid'),
  );
  const settings = session.query((db) =>
    db.withTables<Left>().selectFrom('message_word_config').select(['k', 'v']).where('k', '!=', 'version').orderBy('k'),
  );
  return [
    'begin',
    ...made.map(({ sql }) => sql),
    ...settings.map(({ k, v }) => `insert into message_word(message_word, rank) values ('${k}', ${v})`),
    ...steps.map(({ name }) => `insert into migration(name) values ('${name}')`),
    ...begins.map(({ name, seq }) => `insert into sqlite_sequence(name, seq) values ('${name}', ${seq})`),
    'commit',
  ].join(';\n');
}
