import type { AnyStatement, CompiledSql } from './statement.ts';

/** Answers kept per statement; beyond that they are forgotten together, so that a scan of many ids costs no memory. */
const KEPT = 5_000;
/** Characters of what was looked for; what is longer is nothing that is looked for twice, but by somebody who fills memory. */
const LONGEST_KEY = 1_000;

/** What was looked for: the values of a statement's parameters. */
type Sought = Readonly<Record<string, unknown>>;

/** What rows are made into; undefined: they are kept as they are. */
type Make = ((row: never) => unknown) | undefined;

interface Answer {
  readonly make: Make;
  readonly answer: readonly unknown[];
}

/** The answers by the value of one parameter, or what there is by those of the next ones. */
type Answers = Map<unknown, readonly unknown[] | Map<unknown, unknown>>;

/** The answers of one statement, by what was looked for: one key made of all values would be a new text at each look. */
interface Kept {
  readonly tables: readonly string[];
  readonly make: Make;
  readonly answers: Answers;
  count: number;
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
  find(statement: AnyStatement, { names }: CompiledSql, sought: Sought, make: Make): readonly unknown[] | undefined {
    const kept = this.#kept.get(statement);
    if (!kept || this.#isWritten(kept.tables)) return undefined;
    if (kept.make !== make) throw new Error('What is kept of a statement is made of its rows by one function');
    if (names.length === 0) return kept.answers.get(undefined) as readonly unknown[] | undefined;
    let found: unknown = kept.answers;
    for (const name of names) {
      found = (found as Answers).get(sought[name]);
      if (found === undefined) return undefined;
    }
    return found as readonly unknown[];
  }

  /** Keeps an answer, unless it may not last. */
  keep(statement: AnyStatement, { tables, names }: CompiledSql, sought: Sought, { make, answer }: Answer): void {
    if (this.#isWritten(tables) || lengthOf(names, sought) > LONGEST_KEY) return;
    let kept = this.#kept.get(statement);
    if (!kept) {
      kept = { tables, make, answers: new Map(), count: 0 };
      this.#kept.set(statement, kept);
      for (const table of tables) this.#dependents.set(table, [...(this.#dependents.get(table) ?? []), kept]);
    }
    if (kept.count >= KEPT) forget(kept);
    let place: Answers = kept.answers;
    for (const name of names.slice(0, -1)) {
      const next = (place.get(sought[name]) ?? new Map()) as Answers;
      place.set(sought[name], next);
      place = next;
    }
    const last = names.at(-1);
    place.set(last === undefined ? undefined : sought[last], answer);
    kept.count += 1;
  }

  /** A transaction has written to these tables. */
  wrote(tables: readonly string[]): void {
    for (const table of tables) this.#written.add(table);
  }

  /** Something was done of which it is not known what it wrote to. Never within a transaction that also reads. */
  wroteAnything(): void {
    for (const kept of this.#kept.values()) forget(kept);
  }

  /** The transaction has come to its end, this way or the other. */
  settle(): void {
    if (this.#written.size === 0) return;
    for (const table of this.#written) for (const kept of this.#dependents.get(table) ?? []) forget(kept);
    this.#written.clear();
  }

  #isWritten(tables: readonly string[]): boolean {
    if (this.#written.size === 0) return false;
    for (const table of tables) if (this.#written.has(table)) return true;
    return false;
  }
}

function forget(kept: Kept): void {
  kept.answers.clear();
  kept.count = 0;
}

function lengthOf(names: readonly string[], sought: Sought): number {
  return names.reduce((sum, name) => {
    const value = sought[name];
    return sum + (typeof value === 'string' ? value.length : 0);
  }, 0);
}
