import { guardOfSchema } from './dialect.ts';
import { migrations, unknownStep } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { Session } from './session.ts';
import type { Builder } from './statement.ts';

/** Brings the schema up to date, each step in a transaction of its own; says what it did. */
export async function migrate(session: Session): Promise<string[]> {
  await inTransaction(session, () => session.exec('create table if not exists migration (name text primary key)'));
  const done = await namesOfDone(session);
  const unknown = unknownStep(done);
  if (unknown)
    throw new Error(
      `This data was written by a newer Botyard (schema step ${unknown}). Start that version, or start on other data.`,
    );
  const applied: string[] = [];
  for (const migration of migrations)
    if (!done.includes(migration.name) && (await inTransaction(session, () => applyOnce(session, migration))))
      applied.push(migration.name);
  return applied;
}

/** Asks again within the transaction: while it waited for its turn, another process may have taken this step. */
async function applyOnce(session: Session, { name, statements, fill }: Migration): Promise<boolean> {
  if ((await namesOfDone(session)).includes(name)) return false;
  for (const sql of statements(session.dialect)) await session.exec(sql);
  await fill?.(session);
  await session.exec(`insert into migration(name) values ('${name}')`);
  return true;
}

/** The steps of the schema that were taken. */
export const takenSteps = (db: Builder) =>
  db.withTables<{ migration: { name: string } }>().selectFrom('migration').select('name');

async function namesOfDone(session: Session): Promise<string[]> {
  return (await session.query(takenSteps)).map(({ name }) => name);
}

async function inTransaction<T>(session: Session, work: () => T | Promise<T>): Promise<T> {
  await session.exec('begin');
  try {
    for (const sql of guardOfSchema(session.dialect)) await session.exec(sql);
    const value = await work();
    await session.exec('commit');
    return value;
  } catch (error) {
    await undone(session);
    throw error;
  }
}

/** Where the disk is full, SQLite has rolled back by itself; that is not what went wrong. */
async function undone(session: Session): Promise<void> {
  try {
    await session.exec('rollback');
  } catch {
    // Either there is nothing left to undo, or the connection is not used any more.
  }
}
