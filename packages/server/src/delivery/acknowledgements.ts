import type { Clock } from '#kit/clock.ts';
import type { Store } from '#storage/store.ts';
import { type Outbox, outbox, type PendingEvent } from '#storage/stores/outbox.ts';
import type { KeptHealth } from './receiver-health.ts';
import { recordOf } from './try-record.ts';
import type { Sent } from './verdict.ts';
import { WholeTries } from './whole-tries.ts';
import type { Conclusion } from './worker-context.ts';

/**
 * Written down together: with the next commit, when there are so many, or after so many milliseconds. Under load a commit
 * follows within one or two turns of the loop, each of which takes a few milliseconds: a shorter delay ends before it, and
 * every other commit is one of these alone.
 */
const BATCH = 256;
const DELAY = 25;
/** When the store cannot write, it is asked again so much later. */
const STORE_BUSY = 1_000;

type Entry = (box: Outbox) => Promise<void>;

/**
 * Writes down what became of events, many in one unit. A process that is killed before that sends them once more:
 * at least once is the promise, and this is where the "at least" comes from.
 */
export class Acknowledgements {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  readonly #onEmpty: () => void;
  readonly #wholeTries: WholeTries;
  #entries: Entry[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing = 0;
  #isInTrouble = false;
  #isClosing = false;
  #waiting: (() => void)[] = [];

  constructor(store: Store, clock: Clock, onError: (error: unknown) => void, onEmpty: () => void) {
    this.#store = store;
    this.#clock = clock;
    this.#onError = onError;
    this.#onEmpty = onEmpty;
    this.#wholeTries = new WholeTries(clock);
    // A commit that happens anyway costs nothing more for these; but not while they may be what makes it fail.
    store.beforeCommit(() => {
      if (this.#entries.length > 0 && !this.#isInTrouble) void this.#flush();
    });
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0 && this.#writing === 0;
  }

  /** Resolves when all is written down that has been added so far. */
  async written(): Promise<void> {
    if (this.isEmpty) return;
    const empty = new Promise<void>((resolve) => this.#waiting.push(resolve));
    void this.#flush();
    await empty;
  }

  add(event: PendingEvent, sent: Sent, end: Conclusion): void {
    const now = this.#clock.now();
    // Made here and not in the unit, in which everybody else's writes wait.
    const isWhole = this.#wholeTries.admits(end.kind);
    const tried = recordOf(sent, isWhole);
    this.#push(async (box) => {
      if (end.kind === 'delivered') await box.updateDelivered(event.id, tried.status ?? 0, tried.durationMs, now);
      else if (end.kind === 'again') await box.updateNextTry(event.id, now, end.at);
      else await box.updateFinished(event.id, end.kind, now);
      if (end.kind !== 'delivered' || isWhole) await box.insertAttempt({ eventId: event.id, at: now, ...tried });
    });
  }

  addHealth(receiverId: number, { failures, notBefore }: KeptHealth): void {
    this.#push((box) => box.updateHealth(receiverId, failures, notBefore));
  }

  /** From now on, what the store does not take is given up: those events are sent once more by the next run. */
  closing(): void {
    this.#isClosing = true;
  }

  #push(entry: Entry): void {
    this.#entries.push(entry);
    if (this.#entries.length >= BATCH) void this.#flush();
    // Not the portal's clock: this delay is about sharing a commit, and is the same when time stands still.
    else this.#timer ??= setTimeout(() => void this.#flush(), DELAY);
  }

  async #flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entries = this.#entries;
    this.#entries = [];
    if (entries.length === 0) return;
    this.#writing += 1;
    try {
      await this.#store.writeWith(async (session) => {
        const box = outbox(session);
        for (const entry of entries) await entry(box);
      });
      this.#isInTrouble = false;
    } catch (error) {
      this.#isInTrouble = true;
      this.#onError(error);
      if (this.#isClosing) return;
      this.#entries = [...entries, ...this.#entries];
      this.#timer ??= setTimeout(() => void this.#flush(), STORE_BUSY);
    } finally {
      this.#writing -= 1;
      if (this.isEmpty) {
        for (const resolve of this.#waiting.splice(0)) resolve();
        this.#onEmpty();
      }
    }
  }
}
