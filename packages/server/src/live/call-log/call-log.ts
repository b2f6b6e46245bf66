import type { NotedCall } from '#api/kernel/call/noted-call.ts';
import { Allowance } from '#kit/allowance.ts';
import type { Clock } from '#kit/clock.ts';
import type { Log } from '#kit/log.ts';
import { Occasionally } from '#kit/occasionally.ts';
import { callBatches } from '#storage/call-log/call-batches.ts';
import type { CallLogHome } from '#storage/call-log/call-log-home.ts';
import type { Store } from '#storage/store.ts';
import { BatchQueue } from './batch-queue.ts';
import { CallGatherer } from './call-gatherer.ts';
import { type CallQuery, findCalls, type RefusedCalls, refusedByBot, type Scope } from './find-calls.ts';
import type { KeptCall, WholeCall } from './kept-call.ts';
import { OldBatches } from './old-batches.ts';
import type { OpenDeliveries } from './open-deliveries.ts';

/** How long calls are kept, and how many unless it is said otherwise. */
const KEPT_FOR = 24 * 60 * 60_000;
export const USUAL_CALLS = 100_000;

/** So long a stop waits for what is not written yet. */
const LAST_MOMENT = 2_000;

/**
 * Calls that were simply answered which are kept at once, and for each second. To note thousands a second takes part of
 * the time to answer them, and would leave no room for what there is something to tell of.
 */
const PLAIN = { atOnce: 5_000, perSecond: 500 };

export interface CallLogOptions {
  readonly home: CallLogHome;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly deliveries: OpenDeliveries;
  /** Calls that are kept, of the last {@link KEPT_FOR}. */
  readonly most: number;
  readonly onError: (error: unknown) => void;
}

/**
 * Keeps REST calls for a while. They are written down behind their answers, many at once; whatever the disk does, no
 * answer waits for it. What is not written yet is lost when the process is killed.
 */
export class CallLog {
  readonly #options: CallLogOptions;
  readonly #queue: BatchQueue;
  readonly #gatherer: CallGatherer;
  readonly #old: OldBatches;
  readonly #occasionally: Occasionally;
  readonly #plain: Allowance;
  readonly #watchers = new Set<(call: NotedCall) => void>();
  #newestId: number;
  /** Not kept since the start; of them, those that no batch tells of yet. */
  #dropped = 0;
  #untold = 0;

  constructor(options: CallLogOptions, newestId: number) {
    this.#options = options;
    this.#newestId = newestId;
    this.#occasionally = new Occasionally(options.clock);
    this.#old = new OldBatches({
      ...options,
      bounds: () => ({ upToId: this.#newestId - options.most, before: options.clock.now() - KEPT_FOR }),
    });
    this.#queue = new BatchQueue({
      write: (batch) => options.home.write((session) => callBatches(session).insertBatch(batch)),
      clock: options.clock,
      onWritten: () => this.#old.batchWritten(),
    });
    this.#plain = new Allowance(options.clock, PLAIN);
    this.#gatherer = new CallGatherer({
      ...options,
      isFull: () => this.#queue.isFull,
      leaveOut: () => this.leaveOut(),
      onGathered: (writer) => {
        this.#queue.add(writer.batch(this.#untold));
        this.#untold = 0;
      },
    });
  }

  /** Calls that were not kept since the start. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Whether there is room for one more call that was simply answered, or somebody watches; else it is counted. */
  takesPlain(): boolean {
    if (this.#watchers.size > 0) return true;
    if (this.#options.most === 0) return false;
    if (this.#plain.hasSome) return true;
    this.leaveOut();
    return false;
  }

  /** Takes note of a call that was answered; gives it its number if it is kept. */
  note(call: NotedCall): void {
    if (this.#options.most > 0) {
      const isPlain = call.error === undefined && call.dropped.length === 0;
      if (!isPlain || this.#plain.take()) this.#keep(call);
      else this.leaveOut();
    }
    for (const tell of this.#watchers) tell(call);
  }

  #keep(call: NotedCall): void {
    if (this.#gatherer.isFull) {
      this.#drop();
      return;
    }
    this.#newestId += 1;
    call.id = this.#newestId;
    this.#gatherer.add(call);
  }

  /** Tells of every call that is noted from now on; the returned function ends it. */
  watch(listener: (call: NotedCall) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  /** Counts one that is not to be kept. */
  leaveOut(): void {
    this.#dropped += 1;
    this.#untold += 1;
  }

  /** Resolves when all that was noted so far is written, or cannot be for the moment. */
  async flush(): Promise<void> {
    do {
      await this.#gatherer.handOver();
      await this.#queue.flush();
      // What waited for room has it now.
    } while (this.#gatherer.hasSome && !this.#queue.isFull);
  }

  /** Calls that fit, the newest first. */
  async list(query: CallQuery): Promise<KeptCall[]> {
    const found: KeptCall[] = [];
    for await (const [calls] of findCalls(await this.#scope(), query)) found.push(...calls);
    return found;
  }

  /** The same with what was sent and answered. */
  async listWhole(query: CallQuery): Promise<WholeCall[]> {
    const scope = await this.#scope();
    const found: WholeCall[] = [];
    for await (const [calls, reader] of findCalls(scope, query)) {
      const texts = await scope.home.read((session) => callBatches(session).findTexts(reader.firstId));
      if (texts !== undefined) found.push(...calls.map((call) => reader.whole(call, texts)));
    }
    return found;
  }

  /** Refused calls of the last day by bot ({@link NO_BOT}: of none): how many, and the newest. */
  async refusedByBot(): Promise<ReadonlyMap<number, RefusedCalls>> {
    return refusedByBot(await this.#scope());
  }

  /** How many calls are kept, and how many were not that came meanwhile. */
  async count(): Promise<{ readonly kept: number; readonly dropped: number }> {
    await this.flush();
    const { kept, dropped } = await this.#options.home.read((session) => callBatches(session).countCalls());
    return { kept, dropped: dropped + this.#untold };
  }

  /** Writes what is left, and ends; what cannot be written in {@link LAST_MOMENT} is lost. */
  async close(): Promise<void> {
    const { clock, home } = this.#options;
    let callOff: () => void = () => undefined;
    const tooLate = new Promise<boolean>((resolve) => {
      callOff = clock.after(LAST_MOMENT, () => resolve(true));
    });
    const written = this.flush().then(() => this.#old.stop());
    const isLate = await Promise.race([written.then(() => false), tooLate]);
    callOff();
    this.#gatherer.stop();
    this.#queue.stop();
    await (isLate ? home.abandon() : home.close());
  }

  async #scope(): Promise<Scope> {
    await this.flush();
    const { home, most, clock } = this.#options;
    return { home, after: this.#newestId - most, since: clock.now() - KEPT_FOR };
  }

  #drop(): void {
    this.leaveOut();
    const { log } = this.#options;
    this.#occasionally.tell(
      'calls',
      () => log.warn('REST calls are not kept in the log: they cannot be written as fast as they come'),
      (count) => log.warn(`${count} more REST calls were not kept in the log within a minute`, { count }),
    );
  }
}
