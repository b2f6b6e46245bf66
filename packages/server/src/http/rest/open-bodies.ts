import type { Clock } from '#kit/clock.ts';
import { StrangerPlaces } from './stranger-places.ts';

export interface BodyLimits {
  /** Bytes of all bodies that are being read at one time, until they are parsed. */
  readonly together: number;
  /** The same of those whose senders have not said who they are: others are read whatever these send. */
  readonly ofStrangers: number;
  /** Milliseconds in which the slowest body has to be there, and a moment at the beginning that is not counted. */
  readonly longest: number;
  readonly grace: number;
  /** Bytes per second on the average, after that moment. */
  readonly leastRate: number;
}

const BODY_LIMITS: BodyLimits = {
  together: 128 * 1024 * 1024,
  ofStrangers: 64 * 1024 * 1024,
  longest: 120_000,
  grace: 10_000,
  leastRate: 4 * 1024,
};

/** Milliseconds between two looks at which bodies do not arrive. */
const LOOK_EVERY = 2_000;
/** Smaller ones are over in a moment and cost nothing to hold. */
export const SMALL_BYTES = 64 * 1024;

/**
 * All bodies that are being read: what they hold together is bounded, and one that does not arrive is given up.
 * One timer for all of them, which is not started anew while there are none.
 */
export class OpenBodies {
  readonly limits: BodyLimits;
  readonly places = new StrangerPlaces();
  readonly #clock: Clock;
  /**
   * No set: tables that a set has outgrown lead to the next one, so that the garbage collector keeps whatever was in any
   * of them until it looks at everything. Requests that went through it came to a tenth of a message's time.
   */
  readonly #open: OpenBody[] = [];
  #held = 0;
  #heldOfStrangers = 0;
  #callOff: (() => void) | undefined;

  constructor(clock: Clock, limits: BodyLimits = BODY_LIMITS) {
    this.#clock = clock;
    this.limits = limits;
  }

  now(): number {
    return this.#clock.monotonic();
  }

  /** false: there is no room for so many bytes. */
  hold(bytes: number, isOfStranger: boolean): boolean {
    if (this.#held + bytes > this.limits.together) return false;
    if (isOfStranger && this.#heldOfStrangers + bytes > this.limits.ofStrangers) return false;
    this.#held += bytes;
    if (isOfStranger) this.#heldOfStrangers += bytes;
    return true;
  }

  release(bytes: number, isOfStranger: boolean): void {
    this.#held -= bytes;
    if (isOfStranger) this.#heldOfStrangers -= bytes;
  }

  watch(body: OpenBody): void {
    body.place = this.#open.push(body) - 1;
    this.#callOff ??= this.#clock.after(LOOK_EVERY, () => this.#look());
  }

  forget(body: OpenBody): void {
    if (this.#open[body.place] !== body) return;
    const last = this.#open.pop();
    if (last === undefined || last === body) return;
    last.place = body.place;
    this.#open[last.place] = last;
  }

  /** No body is looked at any more. */
  close(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #look(): void {
    this.#callOff = undefined;
    for (const body of [...this.#open]) if (body.isTooSlow()) body.onTooSlow?.();
    if (this.#open.length > 0) this.#callOff ??= this.#clock.after(LOOK_EVERY, () => this.#look());
  }
}

/** One body that is being read. */
export class OpenBody {
  /** Called once, when it does not arrive fast enough. */
  onTooSlow: (() => void) | undefined;
  bytes = 0;
  /** Its sender is known; said before it holds anything. */
  isOfKnown = false;
  /** Where it stands among all. */
  place = 0;
  readonly #bodies: OpenBodies;
  readonly #since: number;
  readonly #chunks: Buffer[] = [];
  #held = 0;

  constructor(bodies: OpenBodies) {
    this.#bodies = bodies;
    this.#since = bodies.now();
    bodies.watch(this);
  }

  get places(): StrangerPlaces {
    return this.#bodies.places;
  }

  /** false: all bodies together hold too much. */
  add(chunk: Buffer): boolean {
    this.bytes += chunk.length;
    this.#chunks.push(chunk);
    if (this.bytes <= SMALL_BYTES) return true;
    const more = this.bytes - this.#held;
    if (!this.#bodies.hold(more, !this.isOfKnown)) return false;
    this.#held += more;
    return true;
  }

  /** It is kept elsewhere. */
  count(chunk: Buffer): void {
    this.bytes += chunk.length;
  }

  /** What has come so far, to be kept elsewhere from here on. */
  takeOut(): Buffer {
    const taken = this.whole();
    this.#chunks.length = 0;
    this.#bodies.release(this.#held, !this.isOfKnown);
    this.#held = 0;
    return taken;
  }

  whole(): Buffer {
    const [first, second] = this.#chunks;
    return first === undefined || second !== undefined ? Buffer.concat(this.#chunks, this.bytes) : first;
  }

  isTooSlow(): boolean {
    const { longest, grace, leastRate } = this.#bodies.limits;
    const taken = this.#bodies.now() - this.#since;
    return taken > longest || (taken > grace && this.bytes < ((taken - grace) / 1000) * leastRate);
  }

  /** It is there; its bytes are held until it is closed. */
  arrived(): void {
    this.#bodies.forget(this);
  }

  close(): void {
    this.#bodies.forget(this);
    this.#bodies.release(this.#held, !this.isOfKnown);
    this.#held = 0;
  }
}
