import { because } from '#domain/event-cause.ts';
import type { Clock } from '#kit/clock.ts';
import type { Keeping } from '#storage/checkup/questions.ts';
import type { Store } from '#storage/store.ts';
import { endedEvents } from '#storage/stores/ended-events.ts';
import { type EventEnd, outbox } from '#storage/stores/outbox.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';

const DAY = 24 * 60 * 60_000;
const EVERY = 60_000;
/** Events in one unit: everybody else's writes wait for so long. */
const STEP = 500;
/** How long events are kept after their end, and how many of each kind. */
export const KEEPING: Keeping = {
  delivered: { for: DAY, most: 100_000 },
  dropped: { for: DAY, most: 100_000 },
  dead: { for: 7 * DAY, most: 1_000_000 },
};
/** Events of one receiver that may wait. */
const BACKLOG = 100_000;
const OVERFLOW = because('overflow', `overflow: more than ${BACKLOG} events of this receiver were waiting`, {
  most: String(BACKLOG),
});

/** Forgets what else has come to its end, `most` at once; answers how many. */
export type Chore = (work: UnitOfWork, most: number) => Promise<number>;

export interface SweeperOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** What is done in the same round for other parts of the portal. */
  readonly chores: readonly Chore[];
  /** Receivers that may have too many events waiting. */
  readonly behind: () => number[];
  readonly onOverflow: (receiverId: number, count: number) => void;
  readonly onError: (error: unknown) => void;
  readonly onRest: () => void;
}

/** Keeps the outbox from growing for ever: forgets what has come to its end, and lets go of what no receiver will catch up with. */
export class Sweeper {
  readonly #options: SweeperOptions;
  #isBusy = false;
  #isAsked = false;
  #calledOff: (() => void) | undefined;

  constructor(options: SweeperOptions) {
    this.#options = options;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** At once: an earlier run may have left something; then every minute. */
  start(): void {
    this.#calledOff = this.#options.clock.after(EVERY, () => this.start());
    this.sweep();
  }

  /** Now, or once more after the round that it is at. */
  sweep(): void {
    this.#isAsked = true;
    if (!this.#isBusy) void this.#sweep();
  }

  stop(): void {
    this.#calledOff?.();
    this.#calledOff = undefined;
  }

  async #sweep(): Promise<void> {
    this.#isBusy = true;
    try {
      while (this.#isAsked && this.#calledOff) {
        this.#isAsked = false;
        for (const end of ['delivered', 'dropped', 'dead'] as const) await this.#prune(end);
        for (const chore of this.#options.chores) await this.#do(chore);
        for (const receiverId of this.#options.behind()) await this.#cutBacklog(receiverId);
      }
    } catch (error) {
      this.#options.onError(error);
    } finally {
      this.#isBusy = false;
      this.#options.onRest();
    }
  }

  async #prune(end: EventEnd): Promise<void> {
    const { store, clock } = this.#options;
    const { for: age, most } = KEEPING[end];
    const newest = await store.readWith((session) => endedEvents(session).getEndOfNewest(end, most));
    const before = Math.max(clock.now() - age, newest);
    while (this.#calledOff) {
      const ids = await store.readWith((session) => endedEvents(session).listBefore(end, before, STEP));
      if (ids.length === 0) return;
      await store.writeWith(async (session) => {
        for (const id of ids) await endedEvents(session).deleteEvent(id);
      });
    }
  }

  async #do(chore: Chore): Promise<void> {
    for (let count = STEP; count >= STEP && this.#calledOff; )
      count = await this.#options.store.write((work) => chore(work, STEP));
  }

  async #cutBacklog(receiverId: number): Promise<void> {
    const { store, clock, onOverflow } = this.#options;
    const fromId = await store.readWith((session) => outbox(session).findFirstBeyond(receiverId, BACKLOG));
    if (fromId === undefined) return;
    let count = 0;
    for (let buried = STEP; buried === STEP && this.#calledOff; count += buried) {
      buried = await store.writeWith((session) =>
        outbox(session).updateDeadFrom(receiverId, fromId, STEP, OVERFLOW, clock.now()),
      );
    }
    onOverflow(receiverId, count);
  }
}
