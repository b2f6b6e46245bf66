import type { PendingEvent } from '#storage/stores/outbox.ts';
import { LANE_LIMIT, Lanes } from './lanes.ts';
import type { EventSource } from './worker-context.ts';

/** Events that are buffered: enough to keep the lanes busy, few enough to hold a thousand receivers in memory. */
const CAPACITY = 512;
/** Events read at once. */
const PAGE = 256;
/** Ids that are remembered of what was read: its announcement comes right after the commit, if it is still to come. */
const READ_IDS = 4_096;

/** The part of a receiver's outbox that is in memory: committed events, by lane. */
export class EventBuffer {
  readonly lanes = new Lanes();
  readonly #receiverId: number;
  readonly #source: EventSource;
  #cursor = 0;
  #isFilling = false;
  /** Read from the outbox, oldest first. */
  readonly #read = new Set<number>();
  /** Announced while a page was read. */
  #announced: PendingEvent[] = [];
  /** Lanes in which something happened that has not been read yet; undefined: any. */
  #unread: Set<number> | undefined;

  constructor(receiverId: number, source: EventSource) {
    this.#receiverId = receiverId;
    this.#source = source;
  }

  /** More waits than is buffered. */
  get isBehind(): boolean {
    return this.lanes.size >= CAPACITY || this.lanes.hasMore;
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
    if (this.#isFilling) this.#announced.push(event);
    else if (id <= this.#cursor) return this.#takeLate(event);
    if (this.#isFilling || !this.#unread || this.#unread.size > 0 || this.lanes.size >= CAPACITY) {
      if (id > this.#cursor) this.#unread?.add(lane);
      return !this.lanes.isSupplied(lane);
    }
    this.#cursor = id;
    return this.lanes.push(event);
  }

  /**
   * On PostgreSQL a unit that ends later can have the smaller id: reading goes past it, and only its announcement tells of
   * it. Within a lane ids are in the order of commits, so it comes behind all that is buffered of its own. There is room for
   * it in any case: no more of them come than units run at once.
   */
  #takeLate(event: PendingEvent): boolean {
    return !this.#read.delete(event.id) && this.lanes.push(event);
  }

  /** Lets go of all that is not on the wire: others may have sent it. */
  startAfresh(): void {
    this.lanes.forget();
    this.#read.clear();
    this.#cursor = 0;
    this.#unread = undefined;
  }

  /** There is room, and a lane with something unread that will soon have nothing to send. */
  get isWanting(): boolean {
    if (this.lanes.isDry) return true;
    return this.#hasRoomForUnread();
  }

  /** Reads on until the buffer is full; `goesOn` is asked after each page of a long backlog. */
  async fill(goesOn: () => Promise<boolean>): Promise<void> {
    this.#isFilling = true;
    try {
      await this.#fill(goesOn);
    } finally {
      this.#isFilling = false;
      this.#announced = [];
    }
  }

  async #fill(goesOn: () => Promise<boolean>): Promise<void> {
    for (const { lane, after } of this.lanes.dry()) {
      // Only up to the cursor: what lies beyond is met below.
      const events = await this.#source.pendingInLane(this.#receiverId, lane, after, this.#cursor, LANE_LIMIT);
      for (const event of events) this.#remember(event.id);
      this.lanes.refill(lane, events, events.length === LANE_LIMIT);
      this.#takeAnnounced();
    }
    while (this.#hasRoomForUnread()) {
      // Before asking: what arrives while the answer is read must be asked for again.
      const unread = this.#unread;
      this.#unread = new Set();
      const events = await this.#source.pending(this.#receiverId, this.#cursor, PAGE);
      for (const event of events) {
        this.#cursor = event.id;
        this.#remember(event.id);
        this.lanes.push(event);
      }
      this.#takeAnnounced();
      if (events.length < PAGE) continue;
      this.#unread = unread && this.#unread && new Set([...unread, ...this.#unread]);
      if (!(await goesOn())) return;
    }
  }

  /** What was announced during a reading and lies behind it may have been missed by it. */
  #takeAnnounced(): void {
    for (const event of this.#announced.splice(0)) if (event.id <= this.#cursor) this.#takeLate(event);
  }

  #remember(id: number): void {
    this.#read.add(id);
    if (this.#read.size <= READ_IDS) return;
    for (const oldest of this.#read) {
      this.#read.delete(oldest);
      return;
    }
  }

  #hasRoomForUnread(): boolean {
    if (this.lanes.size >= CAPACITY) return false;
    if (!this.#unread) return true;
    for (const lane of this.#unread) if (!this.lanes.isSupplied(lane)) return true;
    return false;
  }
}
