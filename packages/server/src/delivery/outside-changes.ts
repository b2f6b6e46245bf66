import type { Lanes } from './lanes.ts';
import type { ReceiverClaim } from './receiver-claim.ts';

/**
 * Somebody changes what is written down of a receiver and of its events. Nothing is sent meanwhile; after that all is
 * read anew but for what came to its end since: that may not be written down yet.
 */
export class OutsideChanges {
  readonly #lanes: Lanes;
  readonly #claim: ReceiverClaim;
  #running = 0;
  #isUnread = false;

  constructor(lanes: Lanes, claim: ReceiverClaim) {
    this.#lanes = lanes;
    this.#claim = claim;
  }

  get areRunning(): boolean {
    return this.#running > 0;
  }

  begin(): void {
    this.#running += 1;
    this.#lanes.noteEnds();
  }

  end(): void {
    this.#running -= 1;
    this.#isUnread = true;
  }

  /** Before the receiver is claimed: with a claim of before, nothing would be read anew. */
  heed(): void {
    if (this.#isUnread) this.#claim.drop();
    this.#isUnread = false;
  }

  /** After the outbox was read; true: there was a change during that. */
  isOutdated(): boolean {
    if (!this.#isUnread && this.#running === 0) this.#lanes.forgetEnds();
    return this.#isUnread;
  }
}
