import type { Clock } from '#kit/clock.ts';
import type { Store } from '#storage/store.ts';
import { type Attempt, type Outbox, outbox, type PendingEvent } from '#storage/stores/outbox.ts';
import type { KeptHealth } from './receiver-health.ts';
import type { Sent } from './verdict.ts';
import type { Conclusion } from './worker-context.ts';

/** Written down together: with the next commit, when there are so many, or after so many milliseconds. */
const BATCH = 256;
const DELAY = 5;
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
  #entries: Entry[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing = 0;
  #isInTrouble = false;
  #isClosing = false;

  constructor(store: Store, clock: Clock, onError: (error: unknown) => void, onEmpty: () => void) {
    this.#store = store;
    this.#clock = clock;
    this.#onError = onError;
    this.#onEmpty = onEmpty;
    // A commit that happens anyway costs nothing more for these; but not while they may be what makes it fail.
    store.beforeCommit(() => {
      if (this.#entries.length > 0 && !this.#isInTrouble) void this.#flush();
    });
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0 && this.#writing === 0;
  }

  add(event: PendingEvent, sent: Sent, end: Conclusion): void {
    const now = this.#clock.now();
    this.#push(async (box) => {
      const { status, durationMs, error, answer } = outcomeOf(sent);
      // Of an answer that was well received nobody asks what it said.
      if (end.kind === 'delivered') return box.updateDelivered(event.id, status ?? 0, durationMs, now);
      if (end.kind === 'again') await box.updateNextTry(event.id, now, end.at);
      else await box.updateFinished(event.id, end.kind, now);
      if (sent.kind !== 'nobody')
        await box.insertAttempt({ eventId: event.id, at: now, durationMs, status, error, answer });
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
      if (this.isEmpty) this.#onEmpty();
    }
  }
}

function outcomeOf(sent: Sent): Omit<Attempt, 'eventId' | 'at'> {
  if (sent.kind !== 'exchange')
    return { durationMs: 0, status: null, error: sent.kind === 'unmade' ? sent.message : null, answer: null };
  const { exchange } = sent;
  const { durationMs } = exchange;
  return exchange.kind === 'failed'
    ? { durationMs, status: null, error: exchange.message, answer: null }
    : { durationMs, status: exchange.status, error: null, answer: exchange.body };
}
