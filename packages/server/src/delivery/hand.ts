import type { PendingEvent } from '#storage/stores/outbox.ts';
import type { EventSource } from './depot.ts';
import { LANE_LIMIT, Lanes } from './lanes.ts';

/** Events in hand: enough to keep the lanes busy, few enough to hold a thousand receivers in memory. */
const IN_HAND = 512;
/** Events read at once. */
const PAGE = 256;

/** The part of a receiver's outbox that is in memory. */
export class Hand {
  readonly lanes = new Lanes();
  readonly #receiverId: number;
  readonly #source: EventSource;
  #cursor = 0;
  #isFilling = false;
  /** Lanes in which something happened that has not been read yet; undefined: any. */
  #unread: Set<number> | undefined;

  constructor(receiverId: number, source: EventSource) {
    this.#receiverId = receiverId;
    this.#source = source;
  }

  /** More waits than is taken in hand. */
  get isBehind(): boolean {
    return this.lanes.size >= IN_HAND || this.lanes.hasMore;
  }

  /** There may be something new in any lane. */
  expectMore(): void {
    this.#unread = undefined;
  }

  /**
   * An event that has just been committed. It need not be read when everything before it has been and there is room.
   * true: its lane may have something to send that it did not have before.
   */
  take(event: PendingEvent): boolean {
    const { id, lane } = event;
    // Read already, with others of the same commit.
    if (id <= this.#cursor) return false;
    if (this.#isFilling || !this.#unread || this.#unread.size > 0 || this.lanes.size >= IN_HAND) {
      this.#unread?.add(lane);
      return !this.lanes.isSupplied(lane);
    }
    this.#cursor = id;
    return this.lanes.push(event);
  }

  /** Lets go of all that is not on the wire: others may have sent it. */
  startAfresh(): void {
    this.lanes.forget();
    this.#cursor = 0;
    this.#unread = undefined;
  }

  /** There is room, and a lane with something unread that will soon have nothing to send. */
  get isWanting(): boolean {
    if (this.lanes.isDry) return true;
    return this.#hasRoomForUnread();
  }

  /** Reads on until the hand is full; `goesOn` is asked after each page of a long backlog. */
  async fill(goesOn: () => Promise<boolean>): Promise<void> {
    this.#isFilling = true;
    try {
      await this.#fill(goesOn);
    } finally {
      this.#isFilling = false;
    }
  }

  async #fill(goesOn: () => Promise<boolean>): Promise<void> {
    for (const { lane, after } of this.lanes.dry()) {
      // Only up to the cursor: what lies beyond is met below.
      const events = await this.#source.pendingInLane(this.#receiverId, lane, after, this.#cursor, LANE_LIMIT);
      this.lanes.refill(lane, events, events.length === LANE_LIMIT);
    }
    while (this.#hasRoomForUnread()) {
      // Before asking: what arrives while the answer is read must be asked for again.
      const unread = this.#unread;
      this.#unread = new Set();
      const events = await this.#source.pending(this.#receiverId, this.#cursor, PAGE);
      for (const event of events) {
        this.#cursor = event.id;
        this.lanes.push(event);
      }
      if (events.length < PAGE) continue;
      this.#unread = unread && this.#unread && new Set([...unread, ...this.#unread]);
      if (!(await goesOn())) return;
    }
  }

  #hasRoomForUnread(): boolean {
    if (this.lanes.size >= IN_HAND) return false;
    if (!this.#unread) return true;
    for (const lane of this.#unread) if (!this.lanes.isSupplied(lane)) return true;
    return false;
  }
}
