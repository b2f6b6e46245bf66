import { migrations } from './migrations/index.ts';
import type { Session } from './session.ts';

/** Brings the schema up to date, each step in a transaction of its own; says what it did. */
export async function migrate(session: Session): Promise<string[]> {
  await session.exec('create table if not exists migration (name text primary key)');
  const done = new Set(
    (
      await session.query((db) =>
        db.withTables<{ migration: { name: string } }>().selectFrom('migration').select('name'),
      )
    ).map((row) => row.name),
  );
  const unknown = [...done].find((name) => !migrations.some((migration) => migration.name === name));
  if (unknown)
    throw new Error(
      `This data was written by a newer Botyard (schema step ${unknown}). Start that version, or another data directory.`,
    );
  const applied: string[] = [];
  for (const migration of migrations) {
    if (done.has(migration.name)) continue;
    await session.exec('begin');
    try {
      for (const sql of migration.statements(session.dialect)) await session.exec(sql);
      await session.exec(`insert into migration(name) values ('${migration.name}')`);
      await session.exec('commit');
    } catch (error) {
      await session.exec('rollback');
      throw error;
    }
    applied.push(migration.name);
  }
  return applied;
}
