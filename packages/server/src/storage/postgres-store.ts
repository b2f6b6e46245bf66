import type { Compilable } from 'kysely';
import type { Change } from '#domain/event.ts';
import { Announcements } from './announcements.ts';
import { migrate } from './migrate.ts';
import { type Session, StoreRefused, StoreUnavailable } from './session.ts';
import { bind, builders, type SqlValue, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { refuseToAnnounce, type StoreOptions, unitFactory } from './unit-factory.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** One connection; drivers and the embedded engine of the tests both have this much. */
export interface PostgresConnection {
  query(sql: string, values?: SqlValue[]): Promise<{ rows: unknown[] }>;
}

export interface PostgresPool {
  /** Lends a connection for as long as `work` runs. */
  lend<T>(work: (connection: PostgresConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Each unit is a transaction of its own here: PostgreSQL lets concurrent commits share their wait for the disk itself. */
export async function openPostgres(pool: PostgresPool, options: StoreOptions): Promise<Store> {
  await pool.lend((connection) => migrate(new PostgresSession(connection)));
  const announcements = new Announcements(options.onListenerError);

  const transaction = <T>(work: (session: PostgresSession) => Promise<T>, begin = 'begin'): Promise<T> =>
    pool.lend(async (connection) => {
      const session = new PostgresSession(connection);
      await session.exec(begin);
      try {
        const value = await work(session);
        await session.exec('commit');
        return value;
      } catch (error) {
        // Where the connection is gone there is nothing to take back: the failure that brought us here is the one worth telling.
        await session.exec('rollback').catch(() => undefined);
        throw error;
      }
    });
  const look = <T>(work: (session: PostgresSession) => Promise<T>): Promise<T> => transaction(work, 'begin read only');

  return {
    async write<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
      const changes: Change[] = [];
      const value = await transaction((session) =>
        work(unitFactory(session, options, (change) => changes.push(change))()),
      );
      announcements.tell(changes);
      return value;
    },
    look: (work) => look(async (session) => work(unitFactory(session, options, refuseToAnnounce)())),
    read: (work) => look((session) => work(unitFactory(session, options, refuseToAnnounce)())),
    writeWith: (work) => transaction(async (session) => work(session)),
    readWith: (work) => look(async (session) => work(session)),
    onCommit(listener) {
      announcements.add(listener);
    },
    // Each unit has a commit of its own.
    beforeCommit: () => undefined,
    close: () => pool.close(),
  };
}

class PostgresSession implements Session {
  readonly dialect = 'postgres';
  readonly #connection: PostgresConnection;

  constructor(connection: PostgresConnection) {
    this.#connection = connection;
  }

  async all<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    const compiled = statement.compiledFor('postgres');
    return (await this.#run(compiled.sql, bind(compiled, params as Record<string, unknown>))) as R[];
  }

  // Other nodes write to the same tables: what was read is not remembered.
  recall<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    return this.all(statement, params);
  }

  async query<R>(build: (db: (typeof builders)['postgres']) => Compilable<R>): Promise<R[]> {
    const { sql, parameters } = build(builders.postgres).compile();
    return (await this.#run(sql, [...parameters] as SqlValue[])) as R[];
  }

  async exec(sql: string): Promise<void> {
    await this.#run(sql, []);
  }

  async #run(sql: string, values: SqlValue[]): Promise<unknown[]> {
    try {
      return (await this.#connection.query(sql, values)).rows;
    } catch (error) {
      throw named(error);
    }
  }
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html: the first two characters are the class.
const PASSING_CLASSES = new Set(['08', '40', '53', '57', '58']);

function named(error: unknown): unknown {
  const code = String((error as { code?: string }).code ?? '');
  const message = error instanceof Error ? error.message : String(error);
  if (code.startsWith('23')) return new StoreRefused(message, { cause: error });
  if (PASSING_CLASSES.has(code.slice(0, 2))) return new StoreUnavailable(message, { cause: error });
  return error;
}
