import type { Compilable } from 'kysely';
import { builders } from './builders.ts';
import type { RowCache } from './row-cache.ts';
import { made, type Session, StoreRefused, StoreUnavailable } from './session.ts';
import type { SqliteDatabase, SqliteStatement } from './sqlite-driver.ts';
import { type AnyStatement, bind, type SqlValue, type Statement, subjectOf } from './statement.ts';

/** Folds into the file what of the log is not in it yet, as far as nobody has to be waited for. */
export const CHECKPOINT = 'pragma wal_checkpoint(passive)';

/** Short fixed texts that are run all the time and touch no rows. */
const CONTROL = new Set([
  'begin immediate',
  'commit',
  'rollback',
  'savepoint unit',
  'release unit',
  'rollback to unit',
  'pragma query_only = on',
  'pragma query_only = off',
  CHECKPOINT,
]);

/** Those of them that undo. */
const UNDOING = new Set(['rollback', 'rollback to unit']);

/** A connection to an SQLite file. Prepared statements are kept: preparing costs more than running. */
export class SqliteSession implements Session {
  readonly dialect = 'sqlite';
  readonly #database: SqliteDatabase;
  readonly #cache: RowCache;
  readonly #made = new Map<unknown, unknown>();
  readonly #prepared = new Map<unknown, SqliteStatement>();
  readonly #onUndone: (() => void)[] = [];
  #writes = 0;

  /** Connections to one file share their cache. */
  constructor(database: SqliteDatabase, cache: RowCache) {
    this.#database = database;
    this.#cache = cache;
  }

  /** How many statements were to write something, or to undo it. */
  get writes(): number {
    return this.#writes;
  }

  all<P, R>(statement: Statement<P, R>, params: P): R[] {
    const compiled = statement.compiledFor('sqlite');
    if (compiled.isWrite) this.#wrote(compiled.tables);
    const values = bind(compiled, params as Record<string, unknown>);
    if (compiled.plainInsert !== undefined)
      return [{ id: insert(this.#prepare(statement, compiled.plainInsert), values) }] as R[];
    return run(this.#prepare(statement, compiled.sql), values) as R[];
  }

  recall<P, R, T = R>(statement: Statement<P, R>, params: P, make?: (row: R) => T): readonly T[] {
    const compiled = statement.compiledFor('sqlite');
    const sought = params as Record<string, unknown>;
    const known = this.#cache.find(statement as AnyStatement, compiled, sought, make);
    if (known) return known as T[];
    const values = bind(compiled, sought);
    const rows = run(this.#prepare(statement, compiled.sql), values) as R[];
    const answer = made(rows, make);
    this.#cache.keep(statement as AnyStatement, compiled, sought, { make, answer });
    return answer;
  }

  query<R>(build: (db: (typeof builders)['sqlite']) => Compilable<R>): R[] {
    const { sql, parameters, query } = build(builders.sqlite).compile();
    const { tables, isWrite } = subjectOf(query);
    if (isWrite) this.#wrote(tables);
    return run(this.#database.prepare(sql), parameters as readonly SqlValue[]) as R[];
  }

  once<T>(make: (session: Session) => T): T {
    if (!this.#made.has(make)) this.#made.set(make, make(this));
    return this.#made.get(make) as T;
  }

  onUndone(forget: () => void): void {
    this.#onUndone.push(forget);
  }

  exec(sql: string): void {
    const isControl = CONTROL.has(sql);
    if (!isControl || UNDOING.has(sql)) {
      this.#writes += 1;
      for (const forget of this.#onUndone) forget();
    }
    if (isControl) {
      run(this.#prepare(sql, sql), []);
      return;
    }
    this.#cache.wroteAnything();
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw named(error);
    }
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #wrote(tables: readonly string[]): void {
    this.#writes += 1;
    this.#cache.wrote(tables);
  }

  #prepare(key: unknown, sql: string): SqliteStatement {
    let prepared = this.#prepared.get(key);
    if (!prepared) {
      prepared = this.#database.prepare(sql);
      this.#prepared.set(key, prepared);
    }
    return prepared;
  }
}

function run(prepared: SqliteStatement, values: readonly SqlValue[]): unknown[] {
  try {
    return prepared.all(...values);
  } catch (error) {
    throw named(error);
  }
}

/** The id is known without being asked for as a row, which takes SQLite and its driver as long again. */
function insert(prepared: SqliteStatement, values: readonly SqlValue[]): number {
  try {
    return Number(prepared.run(...values).lastInsertRowid);
  } catch (error) {
    throw named(error);
  }
}

// https://www.sqlite.org/rescode.html: the low byte is the kind. The port leaves it out of errors met while
// stepping, so SQLite's own fixed texts for the same codes are read as well.
const CONSTRAINT = 19;
const PASSING = new Set([
  5 /* busy */, 6 /* locked */, 7 /* no memory */, 8 /* read-only */, 10 /* I/O */, 13 /* full */, 14 /* cannot open */,
]);
const CONSTRAINT_TEXT = /constraint failed/i;
const PASSING_TEXT =
  /^(database (table )?is locked|database or disk is full|disk I\/O error|attempt to write a readonly database|unable to open database file|out of memory)/i;

function named(error: unknown): unknown {
  const kind = Number((error as { errcode?: number }).errcode ?? 0) & 0xff;
  const message = error instanceof Error ? error.message : String(error);
  if (kind === CONSTRAINT || CONSTRAINT_TEXT.test(message)) return new StoreRefused(message, { cause: error });
  if (PASSING.has(kind) || PASSING_TEXT.test(message)) return new StoreUnavailable(message, { cause: error });
  return error;
}
