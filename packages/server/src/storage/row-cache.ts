import type { AnyStatement, CompiledSql } from './statement.ts';

/** Answers kept per statement; beyond that they are forgotten together, so that a scan of many ids costs no memory. */
const KEPT = 5_000;
/** Characters of what was looked for; what is longer is nothing that is looked for twice, but by somebody who fills memory. */
const LONGEST_KEY = 1_000;

/** What rows are made into; undefined: they are kept as they are. */
type Make = ((row: never) => unknown) | undefined;

interface Answer {
  readonly key: unknown;
  readonly make: Make;
  readonly answer: readonly unknown[];
}

/** The answers of one statement, by what was looked for. */
interface Kept {
  readonly tables: readonly string[];
  readonly make: Make;
  readonly answers: Map<unknown, readonly unknown[]>;
}

/**
 * What was read from tables that rarely change (who somebody is, who is in which chat), as what it was made into, kept
 * until one of those tables is written to. Which tables an answer depends on is known from the query itself, so nobody
 * can forget to say so.
 *
 * Only for a database that this process alone writes to. While a transaction has written to a table, its rows are
 * neither given out nor kept: what it wrote may yet be rolled back.
 */
export class RowCache {
  readonly #kept = new Map<AnyStatement, Kept>();
  readonly #dependents = new Map<string, Kept[]>();
  readonly #written = new Set<string>();

  /** The answer, if it is known. It is shared: nobody may change it. `make` is the same at each call for a statement. */
  find(statement: AnyStatement, key: unknown, make: Make): readonly unknown[] | undefined {
    const kept = this.#kept.get(statement);
    if (!kept || this.#isWritten(kept.tables)) return undefined;
    if (kept.make !== make) throw new Error('What is kept of a statement is made of its rows by one function');
    return kept.answers.get(key);
  }

  /** Keeps an answer, unless it may not last. */
  keep(statement: AnyStatement, { tables }: CompiledSql, { key, make, answer }: Answer): void {
    if (this.#isWritten(tables) || (typeof key === 'string' && key.length > LONGEST_KEY)) return;
    let kept = this.#kept.get(statement);
    if (!kept) {
      kept = { tables, make, answers: new Map() };
      this.#kept.set(statement, kept);
      for (const table of tables) this.#dependents.set(table, [...(this.#dependents.get(table) ?? []), kept]);
    }
    if (kept.answers.size >= KEPT) kept.answers.clear();
    kept.answers.set(key, answer);
  }

  /** A transaction has written to these tables. */
  wrote(tables: readonly string[]): void {
    for (const table of tables) this.#written.add(table);
  }

  /** Something was done of which it is not known what it wrote to. Never within a transaction that also reads. */
  wroteAnything(): void {
    for (const { answers } of this.#kept.values()) answers.clear();
  }

  /** The transaction has come to its end, this way or the other. */
  settle(): void {
    if (this.#written.size === 0) return;
    for (const table of this.#written) for (const { answers } of this.#dependents.get(table) ?? []) answers.clear();
    this.#written.clear();
  }

  #isWritten(tables: readonly string[]): boolean {
    if (this.#written.size === 0) return false;
    for (const table of tables) if (this.#written.has(table)) return true;
    return false;
  }
}

/** What an answer is known by: the values of its parameters. */
export function keyOf({ names }: CompiledSql, params: Readonly<Record<string, unknown>>): unknown {
  if (names.length === 1) return params[names[0] as string];
  let key = '';
  for (const name of names) key += `${params[name]}\u0000`;
  return key;
}
