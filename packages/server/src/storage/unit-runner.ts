import { StoreUnavailable } from './session.ts';

/** The connection that writes; it runs each of the fixed texts at once. */
export interface Connection {
  exec(sql: string): void;
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

/** Runs units within the transaction that is open: one that throws is rolled back to its own savepoint (R36). */
export class UnitRunner {
  readonly #connection: Connection;
  readonly #hooks: UnitHooks;

  constructor(connection: Connection, hooks: UnitHooks) {
    this.#connection = connection;
    this.#hooks = hooks;
  }

  /** Answers with a promise only where the unit does: one that is through at once is not waited for. */
  run(job: Job, announced: unknown[]): Promise<void> | undefined {
    this.#connection.exec('savepoint unit');
    this.#hooks.begin?.();
    try {
      const value = job.run();
      if (value instanceof Promise) return this.#finish(job, value, announced);
      this.#keep(job, value, announced);
    } catch (error) {
      this.#undo(job, error);
    }
    return undefined;
  }

  async #finish(job: Job, running: Promise<unknown>, announced: unknown[]): Promise<void> {
    try {
      this.#keep(job, await running, announced);
    } catch (error) {
      this.#undo(job, error);
    }
  }

  #keep(job: Job, value: unknown, announced: unknown[]): void {
    this.#connection.exec('release unit');
    const result = this.#hooks.end?.();
    if (result !== undefined) announced.push(result);
    job.outcome = { value };
  }

  #undo(job: Job, cause: unknown): void {
    try {
      this.#connection.exec('rollback to unit');
      this.#connection.exec('release unit');
    } catch (failure) {
      // A full disk can take back the whole transaction, savepoints and all. Then everybody in it is told of the disk,
      // not of the savepoint that is missing; but nobody is told of somebody else's refusal.
      throw cause instanceof StoreUnavailable ? cause : failure;
    }
    job.outcome = { error: cause };
  }
}
