import { createHash } from 'node:crypto';
import type { Compilable, Selectable } from 'kysely';
import { type Builder, builders } from './builders.ts';
import type { Dialect } from './dialect.ts';

export type { Builder } from './builders.ts';

export type SqlValue = string | number | bigint | null | Uint8Array;

/** SQL text and, for each of its placeholders in order, the name of a parameter or a constant. */
export interface CompiledSql {
  readonly sql: string;
  readonly slots: readonly (Slot | SqlValue)[];
  /** Of its parameters, each once. */
  readonly names: readonly string[];
  /** Every table it names. */
  readonly tables: readonly string[];
  readonly isWrite: boolean;
  /** Of an insert of one row that asks for nothing but its id: the same without asking. */
  readonly plainInsert: string | undefined;
  /** What a connection to PostgreSQL keeps its plan under; undefined: it is planned each time. */
  readonly planName: string | undefined;
}

/**
 * Stands in a query where the value of a parameter goes when it runs. There is no value yet while the query is built:
 * `p.now - 1000` has the type of a number, and would bind NaN for good.
 */
export class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }

  [Symbol.toPrimitive](): never {
    return this.#computed();
  }

  toString(): never {
    return this.#computed();
  }

  valueOf(): never {
    return this.#computed();
  }

  toJSON(): never {
    return this.#computed();
  }

  #computed(): never {
    throw new Error(
      `A statement is built once and run with many values: nothing can be computed from its parameter "${this.name}". Compute it before, and hand it in as a parameter of its own, or let the database compute it.`,
    );
  }
}

/**
 * A query that is built by Kysely once per database and then only run: building one on each call
 * costs several times what SQLite needs to execute it.
 *
 * ```ts
 * const byId = statement((db, p: { id: number }) => db.selectFrom('user').selectAll().where('id', '=', p.id));
 * const [row] = await session.all(byId, { id: 7 });
 * ```
 */
export class Statement<P, R> {
  readonly #build: (db: Builder, params: P) => Compilable<R>;
  readonly #compiled: Partial<Record<Dialect, CompiledSql>> = {};

  constructor(build: (db: Builder, params: P) => Compilable<R>) {
    this.#build = build;
  }

  compiledFor(dialect: Dialect): CompiledSql {
    let compiled = this.#compiled[dialect];
    if (!compiled) {
      // Each property read becomes a slot of that name; the types of P are those of the values that will fill it.
      const params = new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as P;
      const { sql, parameters, query } = this.#build(builders[dialect], params).compile();
      const slots = parameters as readonly (Slot | SqlValue)[];
      compiled = {
        sql,
        slots,
        names: [...new Set(slots.flatMap((slot) => (slot instanceof Slot ? [slot.name] : [])))],
        plainInsert: PLAIN_INSERT.exec(sql)?.[1],
        planName: dialect === 'postgres' ? planNameOf(sql) : undefined,
        ...subjectOf(query),
      };
      this.#compiled[dialect] = compiled;
    }
    return compiled;
  }
}

/**
 * A plan of `select *` fails for the rest of its connection's life once the table has a column more (0A000), so that
 * such statements have none.
 */
function planNameOf(sql: string): string | undefined {
  return /(?<!\()\*/.test(sql) ? undefined : createHash('sha1').update(sql).digest('hex');
}

const PLAIN_INSERT = /^(insert into "\w+" \([^()]*\) values \([?, ]*\)) returning "id"$/;

/** What a query is about: the tables it names, and whether it changes them. */
export function subjectOf(query: { readonly kind: string }): { tables: readonly string[]; isWrite: boolean } {
  const tables = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { kind, table } = node as { kind?: string; table?: { identifier?: { name?: string } } };
    if (kind === 'TableNode' && table?.identifier?.name !== undefined) tables.add(table.identifier.name);
    for (const part of Object.values(node)) visit(part);
  };
  visit(query);
  return { tables: [...tables], isWrite: query.kind !== 'SelectQueryNode' };
}

export type AnyStatement = Statement<never, unknown>;

export function statement<P, R>(build: (db: Builder, params: P) => Compilable<R>): Statement<P, R> {
  return new Statement(build);
}

/** What a statement is given that writes these columns of a table. */
export type ValuesOf<Table, Columns extends readonly (keyof Selectable<Table>)[]> = Pick<
  Selectable<Table>,
  Columns[number]
>;

/**
 * These columns, each from the parameter of its name: the one list says what is written and what must be given for it.
 * Parameters are known by their names alone, so they cannot be spread.
 *
 * ```ts
 * const WRITTEN = ['portal_id', 'name'] as const;
 * const insert = statement((db, p: ValuesOf<UserTable, typeof WRITTEN>) =>
 *   db.insertInto('user').values(valuesOf(p, WRITTEN)));
 * ```
 */
export function valuesOf<P, C extends keyof P>(params: P, columns: readonly C[]): Pick<P, C> {
  return Object.fromEntries(columns.map((column) => [column, params[column]])) as Pick<P, C>;
}

/** What of a thing is changed; what is left out stays as it is. */
export type Change<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

/**
 * Of a row the columns that have another value from now on; undefined: none has. Rows that two may change at once are
 * written this way: a row that is written as a whole undoes what the other one changed since it was read.
 */
export function changedColumns<Row extends object>(
  row: Row,
): { [Column in keyof Row]?: Exclude<Row[Column], undefined> } | undefined {
  const changed = Object.entries(row).filter(([, value]) => value !== undefined);
  if (changed.length === 0) return undefined;
  return Object.fromEntries(changed) as { [Column in keyof Row]?: Exclude<Row[Column], undefined> };
}

export function bind(compiled: CompiledSql, params: Readonly<Record<string, unknown>>): SqlValue[] {
  const values = new Array<SqlValue>(compiled.slots.length);
  for (let i = 0; i < values.length; i += 1) {
    const slot = compiled.slots[i];
    const value = slot instanceof Slot ? params[slot.name] : slot;
    if (value === undefined)
      throw new Error(`No value for ${slot instanceof Slot ? slot.name : `slot ${i}`} in: ${compiled.sql}`);
    values[i] = value as SqlValue;
  }
  return values;
}
