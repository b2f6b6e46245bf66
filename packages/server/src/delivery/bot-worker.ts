import type { Clock } from '../kit/clock.ts';
import type { Random } from '../kit/random.ts';
import type { Lease, PendingEvent } from '../storage/outbox.ts';
import type { Gate } from './gate.ts';
import { Lanes } from './lanes.ts';
import { GIVE_UP_AFTER, waitAfter } from './retry-schedule.ts';
import { type Sent, type Verdict, judge } from './verdict.ts';

/** Lanes of one bot that are sent at once, at most. */
const WIDEST = 8;
/** Events in hand: enough to keep the lanes busy, few enough to hold a thousand bots in memory. */
const IN_HAND = 512;
/** Failures in a row, over all lanes, after which the whole bot waits and not only the lane. */
const BREAKER = 3;
/** A lane whose head keeps failing while others get through is let go after so many tries over so long. */
const POISON_TRIES = 5;
const POISON_AGE = 10 * 60_000;

/** What a worker needs of the delivery it belongs to. */
export interface Depot {
  readonly clock: Clock;
  readonly random: Random;
  readonly gate: Gate;
  claim(botId: number): Promise<Lease | undefined>;
  /** Whether the leases of this process are still good; asked before every exchange. */
  holds(): boolean;
  pending(botId: number, after: number, limit: number): Promise<PendingEvent[]>;
  send(event: PendingEvent): Promise<Sent>;
  /** Writes down what became of a try; written together with others, and awaited by nobody. */
  conclude(event: PendingEvent, sent: Sent, end: Conclusion): void;
  keepHealth(botId: number, failures: number, notBefore: number): void;
  /** The worker has nothing to do at present. */
  rest(botId: number): void;
  onError(error: unknown): void;
}

export type Conclusion = { readonly kind: 'delivered' | 'dead' | 'dropped' } | { readonly kind: 'again'; readonly at: number };

/** Delivers the events of one bot: in order within a lane, several lanes at once. */
export class BotWorker {
  readonly #botId: number;
  readonly #depot: Depot;
  readonly #lanes = new Lanes();
  #lease: Lease | undefined;
  #cursor = 0;
  #mayHaveMore = true;
  #inFlight = 0;
  #width = 1;
  #failures = 0;
  #notBefore = 0;
  #lastSuccess = 0;
  #isPumping = false;
  #again = false;
  #isStopped = false;
  #calledOff: (() => void) | undefined;

  constructor(botId: number, depot: Depot) {
    this.#botId = botId;
    this.#depot = depot;
  }

  /** Sends or loads something at this moment; a worker that waits for a later try is not busy. */
  get isBusy(): boolean {
    return this.#isPumping || this.#inFlight > 0;
  }

  /** There is something new, or time to try again. */
  wake(hasNew: boolean): void {
    if (hasNew) this.#mayHaveMore = true;
    void this.#pump();
  }

  stop(): void {
    this.#isStopped = true;
    this.#calledOff?.();
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) {
      this.#again = true;
      return;
    }
    this.#isPumping = true;
    try {
      do {
        this.#again = false;
        if (this.#isStopped || !(await this.#hasLease())) break;
        await this.#load();
        this.#sendDue();
      } while (this.#again);
    } catch (error) {
      this.#depot.onError(error);
      this.#comeBackAt(this.#depot.clock.now() + 1_000);
    } finally {
      this.#isPumping = false;
    }
    if (!this.isBusy) this.#depot.rest(this.#botId);
  }

  async #hasLease(): Promise<boolean> {
    if (this.#lease && this.#depot.holds()) return true;
    const known = this.#lease !== undefined;
    this.#lease = await this.#depot.claim(this.#botId);
    if (!this.#lease) {
      this.#comeBackAt(this.#depot.clock.now() + 5_000);
      return false;
    }
    if (!known) {
      this.#failures = this.#lease.failures;
      this.#notBefore = this.#lease.notBefore;
    }
    return true;
  }

  async #load(): Promise<void> {
    while (this.#mayHaveMore && this.#lanes.size < IN_HAND && !this.#isStopped) {
      // Before asking: what arrives while the answer is read must be asked for again.
      this.#mayHaveMore = false;
      const limit = IN_HAND - this.#lanes.size;
      const events = await this.#depot.pending(this.#botId, this.#cursor, limit);
      for (const event of events) {
        this.#cursor = event.id;
        this.#lanes.push(event);
      }
      if (events.length === limit) this.#mayHaveMore = true;
    }
  }

  #sendDue(): void {
    const { clock, gate } = this.#depot;
    const now = clock.now();
    if (this.#notBefore > now) return this.#comeBackAt(this.#notBefore);
    while (this.#inFlight < this.#width && !this.#isStopped) {
      const isProven = this.#width > 1;
      if (!gate.enter(isProven, () => this.wake(false))) return;
      const event = this.#lanes.take(now);
      if (!event) {
        gate.leave(isProven);
        break;
      }
      void this.#deliver(event, isProven);
    }
    const due = this.#lanes.nextDue();
    if (due !== undefined && due > now) this.#comeBackAt(due);
  }

  async #deliver(event: PendingEvent, isProven: boolean): Promise<void> {
    const depot = this.#depot;
    this.#inFlight += 1;
    try {
      const sent = await depot.send(event);
      this.#conclude(event, sent);
    } catch (error) {
      // Ours and not the handler's: the event stays where it is.
      depot.onError(error);
      this.#lanes.postpone(event, depot.clock.now() + 1_000);
    } finally {
      this.#inFlight -= 1;
      depot.gate.leave(isProven);
    }
    this.wake(false);
  }

  #conclude(event: PendingEvent, sent: Sent): void {
    const now = this.#depot.clock.now();
    const verdict: Verdict = judge(sent);
    if (verdict === 'again' && this.#mayTryAgain(event, now)) {
      const at = Math.max(now + waitAfter(event.attempts + 1, this.#depot.random), sent.retryAt ?? 0);
      this.#lanes.postpone(event, at);
      this.#depot.conclude(event, sent, { kind: 'again', at });
      this.#failed(now);
      return;
    }
    this.#lanes.done(event);
    if (sent.kind === 'nobody') return this.#depot.conclude(event, sent, { kind: 'dropped' });
    this.#depot.conclude(event, sent, { kind: verdict === 'delivered' ? 'delivered' : 'dead' });
    if (verdict === 'delivered') this.#succeeded(now);
    else if (verdict === 'again') this.#failed(now);
  }

  #mayTryAgain(event: PendingEvent, now: number): boolean {
    if (!this.#lease?.retries) return false;
    if (event.firstFailedAt === null) return true;
    const age = now - event.firstFailedAt;
    const isPoison = event.attempts + 1 >= POISON_TRIES && age >= POISON_AGE && this.#lastSuccess > event.firstFailedAt;
    return age < GIVE_UP_AFTER && !isPoison;
  }

  #succeeded(now: number): void {
    this.#lastSuccess = now;
    this.#width = Math.min(WIDEST, this.#width + 1);
    if (this.#failures === 0) return;
    this.#failures = 0;
    this.#notBefore = 0;
    this.#depot.keepHealth(this.#botId, 0, 0);
  }

  #failed(now: number): void {
    this.#width = 1;
    this.#failures += 1;
    this.#notBefore = this.#failures < BREAKER ? 0 : now + waitAfter(this.#failures - BREAKER + 1, this.#depot.random);
    this.#depot.keepHealth(this.#botId, this.#failures, this.#notBefore);
  }

  #comeBackAt(at: number): void {
    this.#calledOff?.();
    this.#calledOff = this.#depot.clock.after(Math.max(0, at - this.#depot.clock.now()), () => this.wake(true));
  }
}
