import type { Random } from '#kit/random.ts';
import { GIVE_UP_AFTER, longestWait, waitAfter } from './retry-schedule.ts';
import { type Exchanged, judge, saysGone } from './verdict.ts';

/** Lanes of one receiver that are sent at once, at most. */
const WIDEST = 8;
/** Events in a row that failed, over all lanes, after which the whole receiver waits and not only the lane. */
const BREAKER = 3;
/** Tries in a row that held a place for so many milliseconds and came to nothing make a suspect; one alone does not. */
const SUSPECT = 2;
const HELD_IN_VAIN = 5_000;
/** So often, over so long, must a handler say that it is gone to be believed. */
const GONE_TIMES = 3;
const GONE_AGE = 10 * 60_000;

/** What is kept of it over a restart. */
export interface KeptHealth {
  readonly failures: number;
  readonly notBefore: number;
}

/** How a receiver has answered of late, and what follows from it: how many lanes go at once, from when, in which share. */
export class ReceiverHealth {
  readonly #random: Random;
  #width = 1;
  #heldInVain = 0;
  #failures = 0;
  #notBefore = 0;
  #lastSuccess = 0;
  #lastFailedId = 0;
  #gone = { times: 0, since: 0 };

  constructor(random: Random) {
    this.#random = random;
  }

  get width(): number {
    return this.#width;
  }

  /** Its last tries timed out, or nearly so. One that is new, slow, or failed once is none. */
  get isSuspect(): boolean {
    return this.#heldInVain >= SUSPECT;
  }

  /** Nothing is sent before then; milliseconds since 1970. */
  get notBefore(): number {
    return this.#notBefore;
  }

  /** There is more to know of it than what is kept. */
  isWorthKeeping(now: number): boolean {
    return this.#gone.times > 0 && now - this.#gone.since < GIVE_UP_AFTER;
  }

  get lastSuccess(): number {
    return this.#lastSuccess;
  }

  get kept(): KeptHealth {
    return { failures: this.#failures, notBefore: this.#notBefore };
  }

  /** What was kept, with no wait that is longer than it can have been: the clock may have been set back since. */
  restore({ failures, notBefore }: KeptHealth, now: number): void {
    this.#failures = failures;
    const longest = failures < BREAKER ? GIVE_UP_AFTER : longestWait(failures - BREAKER + 1);
    this.#notBefore = Math.min(notBefore, now + longest);
  }

  /** What an answer says of the receiver, beside the event. */
  learn(eventId: number, sent: Exchanged, now: number): { readonly isChanged: boolean; readonly isGone: boolean } {
    const { failures, notBefore } = this.kept;
    const verdict = judge(sent);
    if (verdict === 'delivered') this.succeeded(now);
    else this.refused(sent.exchange.durationMs);
    if (verdict === 'again') this.failed(eventId, now);
    const isGone = saysGone(sent) && this.gone(now);
    return { isGone, isChanged: failures !== this.#failures || notBefore !== this.#notBefore };
  }

  succeeded(now: number): void {
    this.#heldInVain = 0;
    this.#lastSuccess = now;
    this.#width = Math.min(WIDEST, this.#width + 1);
    this.#gone = { times: 0, since: 0 };
    this.#failures = 0;
    this.#notBefore = 0;
  }

  /** It did not take an event, whatever it answered, and took so many milliseconds for that. */
  refused(durationMs: number): void {
    this.#heldInVain = durationMs < HELD_IN_VAIN ? 0 : this.#heldInVain + 1;
  }

  failed(eventId: number, now: number): void {
    this.#width = 1;
    // One event that fails again and again says nothing of the receiver; its lane waits, and longer each time.
    if (eventId !== this.#lastFailedId) this.#failures += 1;
    this.#lastFailedId = eventId;
    this.#notBefore = this.#failures < BREAKER ? 0 : now + waitAfter(this.#failures - BREAKER + 1, this.#random);
  }

  /**
   * The handler said that there is nobody any more (410). true: it is to be believed, and the receiver is left alone for
   * as long as an event would be tried.
   */
  gone(now: number): boolean {
    if (this.#gone.times === 0) this.#gone = { times: 0, since: now };
    this.#gone.times += 1;
    if (this.#gone.times < GONE_TIMES || now - this.#gone.since < GONE_AGE) return false;
    this.#gone = { times: 0, since: 0 };
    this.#width = 1;
    this.#notBefore = now + GIVE_UP_AFTER;
    return true;
  }
}
