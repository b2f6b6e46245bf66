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

  /** There is something new in the lane, or may be in any. false: the lane has enough in hand for the moment. */
  expectMore(lane?: number): boolean {
    if (lane === undefined) this.#unread = undefined;
    else this.#unread?.add(lane);
    return lane === undefined || !this.lanes.isSupplied(lane);
  }

  /** Lets go of all that is not on the wire: others may have sent it. */
  startAfresh(): void {
    this.lanes.forget();
    this.#cursor = 0;
    this.#unread = undefined;
  }

  /** Reads on until the hand is full; `goesOn` is asked after each page of a long backlog. */
  async fill(goesOn: () => Promise<boolean>): Promise<void> {
    for (const { lane, after } of this.lanes.dry()) {
      // Only up to the cursor: what lies beyond is met below.
      const events = await this.#source.pendingInLane(this.#receiverId, lane, after, this.#cursor, LANE_LIMIT);
      this.lanes.refill(lane, events, events.length === LANE_LIMIT);
    }
    while (this.#isWanting()) {
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

  /** There is room, and a lane with something unread that will soon have nothing to send. */
  #isWanting(): boolean {
    if (this.lanes.size >= IN_HAND) return false;
    if (!this.#unread) return true;
    for (const lane of this.#unread) if (!this.lanes.isSupplied(lane)) return true;
    return false;
  }
}
