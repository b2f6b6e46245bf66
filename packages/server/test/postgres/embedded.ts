import { PGlite } from '@electric-sql/pglite';
import type { PostgresConnection } from '#storage/postgres-connection.ts';
import type { PostgresPool } from '#storage/postgres-pool.ts';
import { migratePostgres } from '#storage/postgres-store.ts';
import { sqlToMakeNew } from './make-new.ts';

/*
 * The embedded PostgreSQL: quick to have, on a single connection, so that it shows neither locks nor the manners of a
 * server. It takes a second to start; all test files of a thread share one, and each database is a schema in it.
 */

let engine: Promise<PGlite> | undefined;
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
  engine ??= PGlite.create();
  const postgres = await engine;
  const connection = connectionTo(postgres);
  return {
    lend(work) {
      const turn = last.then(async () => {
        if (current !== schema) await postgres.exec(`set search_path to ${schema}`);
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

function connectionTo(postgres: PGlite): PostgresConnection {
  return {
    async query({ sql, values }) {
      if (sql === 'commit') return { rows: [], command: await commandOf(postgres, sql) };
      if (values) return { rows: (await postgres.query(sql, values)).rows, command: '' };
      return { rows: (await postgres.exec(sql)).at(-1)?.rows ?? [], command: '' };
    },
    discard: () => undefined,
  };
}

/** What the engine says that it did, which its own functions leave out. */
async function commandOf(postgres: PGlite, sql: string): Promise<string> {
  const text = Buffer.from(`${sql}\0`);
  const message = Buffer.concat([Buffer.from('Q'), Buffer.alloc(4), text]);
  message.writeInt32BE(text.length + 4, 1);
  const { messages } = await postgres.execProtocol(message);
  const done = messages.find(({ name }) => name === 'commandComplete') as { readonly text?: string } | undefined;
  return done?.text ?? '';
}
