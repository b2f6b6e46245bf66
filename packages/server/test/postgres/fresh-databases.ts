import { randomBytes } from 'node:crypto';
import { threadId } from 'node:worker_threads';
import { openPostgresPool, type PostgresPool } from '#storage/postgres-pool.ts';
import { migratePostgres } from '#storage/postgres-store.ts';
import { sqlToMakeNew } from './make-new.ts';

const POOL = { connections: 8, statementTimeout: 10_000 };

/** Databases of a real server: each has the tables of Botyard, all empty, when it is taken. */
export class FreshDatabases {
  readonly #address: (name: string) => string;
  readonly #free: string[] = [];
  #made = 0;
  #makeNew: string | undefined;

  /** `address` has NAME in place of a database's name. */
  constructor(address: string) {
    this.#address = (name) => address.replace('NAME', name);
  }

  /** A pool of connections to one that nobody else has; closing it gives it back. */
  async take(): Promise<PostgresPool> {
    const name = this.#free.pop() ?? (await this.#make());
    const pool = openPostgresPool(this.#address(name), POOL);
    await pool.lend(async (connection) => {
      this.#makeNew ??= await sqlToMakeNew(async (sql) => (await connection.query({ sql })).rows);
      await connection.query({ sql: this.#makeNew });
    });
    return {
      lend: (work) => pool.lend(work),
      close: async () => {
        await pool.close();
        this.#free.push(name);
      },
    };
  }

  /** Without any tables, and never used again. */
  async takeEmpty(): Promise<PostgresPool> {
    return openPostgresPool(await this.createEmpty(), POOL);
  }

  /** Address of one without any tables. */
  async createEmpty(): Promise<string> {
    return this.#address(await this.#create());
  }

  async #make(): Promise<string> {
    const name = await this.#create();
    const pool = openPostgresPool(this.#address(name), POOL);
    await migratePostgres(pool);
    await pool.close();
    return name;
  }

  async #create(): Promise<string> {
    this.#made += 1;
    // A thread can load this file more than once, and each counts from the start.
    const name = `thread${threadId}_${this.#made}_${randomBytes(6).toString('hex')}`;
    const pool = openPostgresPool(this.#address('postgres'), { ...POOL, connections: 1 });
    await pool.lend((connection) => connection.query({ sql: `create database ${name}` }));
    await pool.close();
    return name;
  }
}
