import type { PostgresConnection } from '#storage/postgres-connection.ts';
import type { PostgresPool } from '#storage/postgres-pool.ts';
import { migratePostgres } from '#storage/postgres-store.ts';
import { connectionTo } from './embedded-connection.ts';
import { startEngine } from './embedded-engine.ts';
import { sqlToMakeNew } from './make-new.ts';

/*
 * The embedded PostgreSQL: quick to have, on a single connection, so that it shows neither locks nor the manners of a
 * server. It takes a second to start; all test files of a thread share one, and each database is a schema in it.
 */

let engine: Promise<PostgresConnection> | undefined;
const free: string[] = [];
let made = 0;
let makeNew: string | undefined;

/** A database with the tables of Botyard, all empty; closing it gives it back. */
export async function takeEmbedded(): Promise<PostgresPool> {
  const schema = free.pop() ?? (await madeSchema());
  const pool = await poolOf(schema);
  await pool.lend(async (connection) => {
    makeNew ??= await sqlToMakeNew(async (sql) => (await connection.query({ sql })).rows);
    await connection.query({ sql: makeNew });
  });
  return pool;
}

/** One without any tables. */
export async function takeEmptyEmbedded(): Promise<PostgresPool> {
  const schema = await emptySchema();
  return { ...(await poolOf(schema)), close: async () => undefined };
}

async function madeSchema(): Promise<string> {
  const schema = await emptySchema();
  await migratePostgres(await poolOf(schema));
  return schema;
}

async function emptySchema(): Promise<string> {
  made += 1;
  const schema = `database${made}`;
  const pool = await poolOf(schema);
  await pool.lend((connection) => connection.query({ sql: `create schema ${schema}` }));
  return schema;
}

let last: Promise<unknown> = Promise.resolve();
let current = '';

/** There is a single connection: those who want it stand in line, whichever schema they are in. */
async function poolOf(schema: string): Promise<PostgresPool> {
  engine ??= startEngine().then(connectionTo);
  const connection = await engine;
  return {
    lend(work) {
      const turn = last.then(async () => {
        if (current !== schema) await connection.query({ sql: `set search_path to ${schema}` });
        current = schema;
        return work(connection);
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      free.push(schema);
    },
  };
}
