import type { Compilable } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Builder, Statement } from './statement.ts';

/**
 * One connection as stores see it. SQLite answers at once and PostgreSQL later, so everything is awaited;
 * inside a unit of work nothing else may be awaited, or other people's units would wait for it.
 */
export interface Session {
  readonly dialect: Dialect;
  all<P, R>(statement: Statement<P, R>, params: P): R[] | Promise<R[]>;
  /** The same for rows of tables that rarely change: they may be remembered until one of those tables is written to. */
  recall<P, R>(statement: Statement<P, R>, params: P): R[] | Promise<R[]>;
  /** A query whose shape depends on its input (a list of ids, a filter): built on each call, so not on the send path. */
  query<R>(build: (db: Builder) => Compilable<R>): R[] | Promise<R[]>;
  /** What `make` makes of this connection, made at the first call: stores are asked for several times per event. */
  once<T>(make: (session: Session) => T): T;
  /** Fixed text without parameters: schema and transaction control. */
  exec(sql: string): void | Promise<void>;
}

/** To be awaited, as what a session answers is; not a promise where none is needed, which is on every message's way. */
export function first<P, R>(
  session: Session,
  statement: Statement<P, R>,
  params: P,
): R | undefined | Promise<R | undefined> {
  return head(session.all(statement, params));
}

/** {@link Session.recall} of a single row. */
export function recalled<P, R>(
  session: Session,
  statement: Statement<P, R>,
  params: P,
): R | undefined | Promise<R | undefined> {
  return head(session.recall(statement, params));
}

function head<R>(rows: R[] | Promise<R[]>): R | undefined | Promise<R | undefined> {
  return Array.isArray(rows) ? rows[0] : rows.then((answer) => answer[0]);
}

/** The store could not take the write for now (full disk, locked file, lost connection): nothing was changed. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The store refused this very write (a constraint): the same call will be refused again. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
