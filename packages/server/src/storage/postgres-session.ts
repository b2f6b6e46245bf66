import type { Compilable } from 'kysely';
import { builders } from './builders.ts';
import type { PostgresConnection, PostgresQuery } from './postgres-connection.ts';
import { made, type Session, StoreRefused, StoreUnavailable } from './session.ts';
import { bind, type SqlValue, type Statement } from './statement.ts';
import { UncertainCommit } from './uncertain-commit.ts';

/** One transaction on a lent connection. Refuses statements once the transaction has ended: they would be committed by themselves. */
export class PostgresSession implements Session {
  readonly dialect = 'postgres';
  readonly #connection: PostgresConnection;
  #unanswered = 0;
  #hasEnded = false;

  constructor(connection: PostgresConnection) {
    this.#connection = connection;
  }

  async all<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    const compiled = statement.compiledFor('postgres');
    const values = bind(compiled, params as Record<string, unknown>);
    return (await this.#run({ sql: compiled.sql, values, name: compiled.planName })) as R[];
  }

  // Other nodes write to the same tables: what was read is not remembered.
  async recall<P, R, T = R>(statement: Statement<P, R>, params: P, make?: (row: R) => T): Promise<readonly T[]> {
    return made(await this.all(statement, params), make);
  }

  async query<R>(build: (db: (typeof builders)['postgres']) => Compilable<R>): Promise<R[]> {
    const { sql, parameters } = build(builders.postgres).compile();
    return (await this.#run({ sql, values: [...parameters] as SqlValue[] })) as R[];
  }

  // A connection is lent for one transaction.
  once<T>(make: (session: Session) => T): T {
    return make(this);
  }

  // Nothing is undone but the whole transaction, and what is made of this session ends with it.
  onUndone(): void {}

  async exec(sql: string): Promise<void> {
    await this.#run({ sql });
  }

  /**
   * Ends the transaction. PostgreSQL answers a commit with ROLLBACK, and without an error, when a statement of the
   * transaction failed, even one whose error was caught.
   * @throws {UncertainCommit} when nobody knows whether what was done is kept
   * @throws when it is not kept
   */
  async commit(): Promise<void> {
    this.#hasEnded = true;
    if (this.#unanswered > 0) throw new Error(`A unit of work ended before ${this.#unanswered} of its statements did`);
    const { command } = await this.#connection.query({ sql: 'commit' }).catch(rethrowCommit);
    if (command !== 'COMMIT')
      throw new Error('The database undid a unit of work that went on after one of its statements had failed');
  }

  /** A connection that cannot be rolled back is not used again: the next unit would run inside of this transaction. */
  async rollback(): Promise<void> {
    this.#hasEnded = true;
    try {
      await this.#connection.query({ sql: 'rollback' });
    } catch {
      this.#connection.discard();
    }
  }

  async #run(query: PostgresQuery): Promise<readonly unknown[]> {
    if (this.#hasEnded) throw new Error(`This unit of work has ended; it cannot run: ${query.sql}`);
    this.#unanswered += 1;
    try {
      return (await this.#connection.query({ ...query, ...(query.values && { values: query.values.map(storable) }) }))
        .rows;
    } catch (error) {
      throw named(error);
    } finally {
      this.#unanswered -= 1;
    }
  }
}

/** PostgreSQL refuses U+0000 in text: it is kept as what browsers show in its place. */
function storable(value: SqlValue): SqlValue {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html: the first two characters are the class.
const PASSING_CLASSES = new Set(['08', '40', '53', '55', '57', '58']);
const READ_ONLY = '25006';

/** A failure that is not the server's own answer (a broken connection, no time left) has no SQLSTATE. */
export function sqlStateOf(error: unknown): string | undefined {
  const { code, severity } = error as { readonly code?: unknown; readonly severity?: unknown };
  return typeof code === 'string' && typeof severity === 'string' ? code : undefined;
}

/** The failure in the words of the layers above. */
export function named(error: unknown): unknown {
  const state = sqlStateOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (state?.startsWith('23')) return new StoreRefused(message, { cause: error });
  if (state === undefined || state === READ_ONLY || PASSING_CLASSES.has(state.slice(0, 2)))
    return new StoreUnavailable(message || 'The database does not answer', { cause: error });
  return error;
}

/** A connection that broke, or that the server ended, may have done so before the answer and not before the commit. */
function rethrowCommit(error: unknown): never {
  const state = sqlStateOf(error);
  if (state !== undefined && !state.startsWith('08') && !state.startsWith('57P')) throw named(error);
  throw new UncertainCommit(error instanceof Error ? error.message : String(error), { cause: error });
}
