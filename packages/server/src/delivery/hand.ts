import type { EventSource } from './depot.ts';
import { LANE_LIMIT, Lanes } from './lanes.ts';

/** Events in hand: enough to keep the lanes busy, few enough to hold a thousand bots in memory. */
const IN_HAND = 512;
/** Events read at once. */
const PAGE = 256;

/** The part of a bot's outbox that is in memory. */
export class Hand {
  readonly lanes = new Lanes();
  readonly #botId: number;
  readonly #source: EventSource;
  #cursor = 0;
  #mayHaveMore = true;

  constructor(botId: number, source: EventSource) {
    this.#botId = botId;
    this.#source = source;
  }

  /** More waits than is taken in hand. */
  get isBehind(): boolean {
    return this.lanes.size >= IN_HAND || this.lanes.hasMore;
  }

  /** There may be something new. */
  expectMore(): void {
    this.#mayHaveMore = true;
  }

  /** Lets go of all that is not on the wire: others may have sent it. */
  startAfresh(): void {
    this.lanes.forget();
    this.#cursor = 0;
    this.#mayHaveMore = true;
  }

  /** Reads on until the hand is full; `goesOn` is asked after each page of a long backlog. */
  async fill(goesOn: () => Promise<boolean>): Promise<void> {
    for (const { lane, after } of this.lanes.dry()) {
      // Only up to the cursor: what lies beyond is met below.
      const events = await this.#source.pendingInLane(this.#botId, lane, after, this.#cursor, LANE_LIMIT);
      this.lanes.refill(lane, events, events.length === LANE_LIMIT);
    }
    while (this.#mayHaveMore && this.lanes.size < IN_HAND) {
      // Before asking: what arrives while the answer is read must be asked for again.
      this.#mayHaveMore = false;
      const events = await this.#source.pending(this.#botId, this.#cursor, PAGE);
      for (const event of events) {
        this.#cursor = event.id;
        this.lanes.push(event);
      }
      if (events.length < PAGE) continue;
      this.#mayHaveMore = true;
      if (!(await goesOn())) return;
    }
  }
}
