import { StoreUnavailable } from './session.ts';

/** The connection that writes; it runs each of the fixed texts at once. */
export interface Connection {
  exec(sql: string): void;
  /** How many statements were to write something, or to undo it. */
  readonly writes: number;
}

export interface Job {
  run(): Promise<unknown> | unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  /** What it is answered with once the commit is on disk. */
  outcome: { readonly value: unknown } | { readonly error: unknown } | undefined;
}

export interface UnitHooks {
  /** Called before each job: the moment to forget what the last one left in hand. */
  begin?(): void;
  /** Called after a job's changes are in the transaction; what it returns is passed on once they are on disk. */
  end?(): unknown;
}

/** A unit has failed that ran together with others: what it wrote can be undone only with what they wrote. */
export class Entangled extends Error {
  override readonly name = 'Entangled';
}

/**
 * Runs units within the transaction that is open. One that throws is undone, and nobody else (R36).
 *
 * Apart, each unit has a savepoint of its own. SQLite then keeps each page as it was before that unit, which takes it half
 * as long again as writing a message. Together, they have none: a unit that fails before it has written leaves nothing to
 * be undone, and most do. With one that has written, all have to run again.
 */
export class UnitRunner {
  readonly #connection: Connection;
  readonly #hooks: UnitHooks;

  constructor(connection: Connection, hooks: UnitHooks) {
    this.#connection = connection;
    this.#hooks = hooks;
  }

  /**
   * Answers with a promise only where the unit does: one that is through at once is not waited for.
   *
   * @throws {Entangled} only of a unit that does not run apart
   */
  run(job: Job, announced: unknown[], apart: boolean): Promise<void> | undefined {
    const { writes } = this.#connection;
    if (apart) this.#connection.exec('savepoint unit');
    this.#hooks.begin?.();
    try {
      const value = job.run();
      if (value instanceof Promise) return this.#finish(job, value, announced, apart ? undefined : writes);
      this.#keep(job, value, announced, apart);
    } catch (error) {
      this.#undo(job, error, apart ? undefined : writes);
    }
    return undefined;
  }

  async #finish(job: Job, running: Promise<unknown>, announced: unknown[], writes: number | undefined): Promise<void> {
    try {
      this.#keep(job, await running, announced, writes === undefined);
    } catch (error) {
      this.#undo(job, error, writes);
    }
  }

  #keep(job: Job, value: unknown, announced: unknown[], apart: boolean): void {
    if (apart) this.#connection.exec('release unit');
    const result = this.#hooks.end?.();
    if (result !== undefined) announced.push(result);
    job.outcome = { value };
  }

  /** `writes` is the number of those before a unit that ran together with others. */
  #undo(job: Job, cause: unknown, writes: number | undefined): void {
    if (writes === undefined) this.#rollBack(cause);
    // A database in trouble may have undone more than the statement that met it.
    else if (this.#connection.writes !== writes || cause instanceof StoreUnavailable) throw new Entangled();
    job.outcome = { error: cause };
  }

  #rollBack(cause: unknown): void {
    try {
      this.#connection.exec('rollback to unit');
      this.#connection.exec('release unit');
    } catch (failure) {
      // A full disk can take back the whole transaction, savepoints and all. Then everybody in it is told of the disk,
      // not of the savepoint that is missing; but nobody is told of somebody else's refusal.
      throw cause instanceof StoreUnavailable ? cause : failure;
    }
  }
}
