import type { LogFlush } from './log-flush.ts';
import type { StoreUnavailable } from './session.ts';
import { type Connection, Entangled, type Job, type UnitHooks, UnitRunner } from './unit-runner.ts';

export interface GroupCommitOptions extends UnitHooks {
  /** Milliseconds that never go backwards. */
  monotonic?(): number;
  /** Called before a batch begins: who has something to write that can wait may hand it in now. */
  gathered?(): void;
  /** The transaction has come to its end, this way or the other; nobody has been answered yet. */
  closed?(): void;
  /** Must not throw: the queue would stand still. */
  committed?(results: unknown[]): void;
  /** For a connection whose commits do not wait for the disk themselves. */
  readonly logFlush?: LogFlush | undefined;
  /** Called once, when the disk did not keep what was committed: nothing is written from then on. */
  broken?(error: StoreUnavailable): void;
}

/**
 * So many units share a commit at most, and none begins when they have taken so many milliseconds: a longer batch keeps
 * the event loop from everybody else.
 */
const BATCH = 256;
const LONGEST = 20;
/** The part of a commit's time that is worth waiting for more units to share the next one. */
const WORTH_WAITING = 1 / 4;
/** A commit that fewer shared tells nothing of how many will come: one caller alone must not wait for company. */
const CROWD = 8;
/** So many commits after a unit could not be undone alone, units run apart: the next to fail is likely to be one like it. */
const APART = 64;

/**
 * Runs units of work one after the other on the one connection that writes, and lets all that are waiting share a
 * commit: the price of a commit is the wait for the disk, and it is the same for one unit and for a hundred.
 *
 * A unit that throws is undone and nobody else (R36); it may run twice for that, or for another one that throws. No answer
 * leaves before the shared commit is on disk; when the commit itself fails, every unit in it has failed.
 */
export class GroupCommit {
  readonly #connection: Connection;
  readonly #options: GroupCommitOptions;
  readonly #units: UnitRunner;
  #waiting: Job[] = [];
  #running: Promise<void> | undefined;
  #isOpen = false;
  /** Of the last commit: how many units shared it, and how long it took. */
  #last = { units: 0, milliseconds: 0 };
  /** Commits whose units run apart from each other. */
  #apart = 0;
  #broken: StoreUnavailable | undefined;

  constructor(connection: Connection, options: GroupCommitOptions = {}) {
    this.#connection = connection;
    this.#options = options;
    this.#units = new UnitRunner(connection, options);
  }

  run<T>(work: () => Promise<T> | T): Promise<T> {
    if (this.#broken) return Promise.reject(this.#broken);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run: work, resolve: resolve as (value: unknown) => void, reject, outcome: undefined });
      this.#running ??= this.#drain();
    });
  }

  /** A transaction is open: who looks now sees what may yet be rolled back. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather();
      this.#options.gathered?.();
      await this.#commit(this.#waiting.splice(0, BATCH));
    }
    this.#running = undefined;
  }

  /**
   * Requests that have arrived by now are read before the batch starts, so that they can share it. Where the disk is
   * slow, those who have just been answered get a moment to come again: they would wait for the next commit otherwise,
   * and two that are half empty take twice as long as one.
   */
  async #gather(): Promise<void> {
    const now = () => this.#options.monotonic?.() ?? 0;
    const until = this.#last.units < CROWD ? 0 : now() + this.#last.milliseconds * WORTH_WAITING;
    do await new Promise(setImmediate);
    while (this.#waiting.length < this.#last.units && now() < until);
  }

  async #commit(batch: Job[]): Promise<void> {
    const connection = this.#connection;
    const now = () => this.#options.monotonic?.() ?? 0;
    const announced: unknown[] = [];
    let units = 0;
    let began = 0;
    this.#isOpen = true;
    try {
      units = await this.#runBatch(batch, announced);
      // The others are the next batch.
      this.#waiting.unshift(...batch.splice(units));
      began = now();
      connection.exec('commit');
    } catch (error) {
      this.#rollBack();
      for (const job of batch) job.reject(error);
      return;
    } finally {
      this.#isOpen = false;
      this.#options.closed?.();
    }
    try {
      const flushing = this.#options.logFlush?.flush();
      if (flushing) await flushing;
    } catch (error) {
      this.#break(batch, error as StoreUnavailable);
      return;
    }
    this.#last = { units, milliseconds: now() - began };
    for (const { outcome, resolve, reject } of batch) {
      if (outcome && 'error' in outcome) reject(outcome.error);
      else resolve(outcome?.value);
    }
    this.#options.committed?.(announced);
  }

  /** As {@link #runUnits}. Where a unit cannot be undone alone, all of them are, and run again apart from each other. */
  async #runBatch(batch: readonly Job[], announced: unknown[]): Promise<number> {
    // One alone runs once.
    const apart = this.#apart > 0 || batch.length === 1;
    try {
      const units = await this.#runUnits(batch, announced, apart);
      if (this.#apart > 0) this.#apart -= 1;
      return units;
    } catch (error) {
      if (!(error instanceof Entangled)) throw error;
      this.#rollBack();
      announced.length = 0;
      this.#apart = APART;
      return await this.#runUnits(batch, announced, true);
    }
  }

  /** Answers how many units there was time for. */
  async #runUnits(batch: readonly Job[], announced: unknown[], apart: boolean): Promise<number> {
    this.#connection.exec('begin immediate');
    const now = () => this.#options.monotonic?.() ?? 0;
    // Apart they may be running again, after a turn in vain.
    const until = now() + (apart ? LONGEST / 2 : LONGEST);
    let units = 0;
    for (const job of batch) {
      // A unit that is through at once needs no promise to say so: with hundreds in a batch that is worth a branch.
      const running = this.#units.run(job, announced, apart);
      if (running) await running;
      units += 1;
      if (now() > until) break;
    }
    return units;
  }

  #rollBack(): void {
    try {
      this.#connection.exec('rollback');
    } catch {
      // Nothing was open: the failure that brought us here is the one worth telling.
    }
  }

  /**
   * What was committed is in the log, and may be missing on the disk. No later commit may follow it there: whoever starts
   * on that log would find nothing behind the gap. A flush that is tried again can succeed without what was lost, so that
   * the one way on is a new start, which reads what is there.
   */
  #break(batch: Job[], broken: StoreUnavailable): void {
    this.#broken = broken;
    for (const job of [...batch, ...this.#waiting.splice(0)]) job.reject(broken);
    this.#options.broken?.(broken);
  }
}
