import type { CompiledSql, SqlValue, Statement } from './statement.ts';

/** Answers kept per statement; beyond that they are forgotten together, so that a scan of many ids costs no memory. */
const KEPT = 5_000;
/** Characters of what was looked for; what is longer is nothing that is looked for twice, but by somebody who fills memory. */
const LONGEST_KEY = 1_000;

type AnyStatement = Statement<never, unknown>;

/**
 * Rows of tables that rarely change (who somebody is, who is in which chat), kept until one of those tables is
 * written to. Which tables an answer depends on is known from the query itself, so nobody can forget to say so.
 *
 * Only for a database that this process alone writes to. While a transaction has written to a table, its rows are
 * neither given out nor kept: what it wrote may yet be rolled back.
 */
export class RowCache {
  readonly #rows = new Map<AnyStatement, Map<unknown, unknown[]>>();
  readonly #dependents = new Map<string, Set<AnyStatement>>();
  readonly #written = new Set<string>();

  /** Runs `read` unless its answer is known. The rows are shared: nobody may change them. */
  recall(
    statement: AnyStatement,
    compiled: CompiledSql,
    values: readonly SqlValue[],
    read: () => unknown[],
  ): unknown[] {
    if (this.#written.size > 0 && compiled.tables.some((table) => this.#written.has(table))) return read();
    const key = values.length === 1 ? values[0] : values.join('\u0000');
    if (typeof key === 'string' && key.length > LONGEST_KEY) return read();
    const kept = this.#keptOf(statement, compiled);
    let rows = kept.get(key);
    if (!rows) {
      rows = read();
      if (kept.size >= KEPT) kept.clear();
      kept.set(key, rows);
    }
    return rows;
  }

  /** A transaction has written to these tables. */
  wrote(tables: readonly string[]): void {
    for (const table of tables) this.#written.add(table);
  }

  /** Something was done of which it is not known what it wrote to. Never within a transaction that also reads. */
  wroteAnything(): void {
    for (const kept of this.#rows.values()) kept.clear();
  }

  /** The transaction has come to its end, this way or the other. */
  settle(): void {
    if (this.#written.size === 0) return;
    for (const table of this.#written)
      for (const statement of this.#dependents.get(table) ?? []) this.#rows.get(statement)?.clear();
    this.#written.clear();
  }

  #keptOf(statement: AnyStatement, compiled: CompiledSql): Map<unknown, unknown[]> {
    let kept = this.#rows.get(statement);
    if (!kept) {
      kept = new Map();
      this.#rows.set(statement, kept);
      for (const table of compiled.tables) {
        const dependents = this.#dependents.get(table) ?? new Set();
        this.#dependents.set(table, dependents.add(statement));
      }
    }
    return kept;
  }
}
