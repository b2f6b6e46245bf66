import type { PendingEvent } from '#storage/stores/outbox.ts';
import type { ReceiverParts } from './conclude-event.ts';

/**
 * Somebody changes what is written down of a receiver and of its events. Nothing is sent meanwhile; after that all is
 * read anew but for what came to its end since: that may not be written down yet.
 */
export class OutsideChanges {
  readonly #receiver: Pick<ReceiverParts, 'lanes' | 'claim' | 'health'>;
  readonly #onEnd: () => void;
  #running = 0;
  #isUnread = false;

  constructor(receiver: Pick<ReceiverParts, 'lanes' | 'claim' | 'health'>, onEnd: () => void) {
    this.#receiver = receiver;
    this.#onEnd = onEnd;
  }

  get areRunning(): boolean {
    return this.#running > 0;
  }

  begin(): void {
    this.#running += 1;
    this.#receiver.lanes.noteEnds();
  }

  end(): void {
    this.#running -= 1;
    this.#isUnread = true;
    this.#onEnd();
  }

  /** An event that is not to be tried again, though it may be on the wire. */
  skip(event: Pick<PendingEvent, 'id' | 'lane'>): void {
    this.#receiver.lanes.skip(event);
  }

  /** The receiver waits, as a whole or in some dialog, because it failed. */
  get isInTrouble(): boolean {
    return this.#receiver.health.kept.failures > 0 || this.#receiver.lanes.hasFailed();
  }

  /** Before the receiver is claimed: with a claim of before, nothing would be read anew. */
  heed(): void {
    if (this.#isUnread) this.#receiver.claim.drop();
    this.#isUnread = false;
  }

  /** After the outbox was read; true: there was a change during that. */
  isOutdated(): boolean {
    if (!this.#isUnread && this.#running === 0) this.#receiver.lanes.forgetEnds();
    return this.#isUnread;
  }
}
