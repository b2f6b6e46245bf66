import { setImmediate } from 'node:timers/promises';
import type { PendingEvent } from '#storage/stores/outbox.ts';
import { concludeTry } from './conclude-try.ts';
import type { Depot } from './depot.ts';
import type { Account } from './gate.ts';
import { Hand } from './hand.ts';
import type { HeldLease } from './leases.ts';
import { ReceiverHealth } from './receiver-health.ts';
import { type Owner, serverOf } from './receiver-owner.ts';
import type { Sent } from './verdict.ts';

/** When the store cannot answer, or another process has the receiver, it is asked again so much later. */
const STORE_BUSY = 1_000;
const TAKEN = 5_000;
/** A worker without anything to do for so long is let go: its lease is over, and it costs memory. */
const IDLE = 10 * 60_000;

/**
 * Delivers the events of one receiver: in order within a lane, several lanes at once.
 *
 * ```
 *            wake                 lease taken by another process: 5 s
 *   IDLE ----------> CLAIMING ------------------------------------------.
 *    ^                  | lease held                                    |
 *    |                  v            store cannot answer: 1 s           |
 *    |               LOADING -------------------------------------------+
 *    |                  | a page of events is in hand                   |
 *    | nothing left     v                                               v
 *    '-------------- SENDING ---------------------------------------> WAITING
 *                       |  ^   several failures in a row, a lane that    |
 *      no place at the  |  |   failed, or gone (410): until its time     |
 *      gate             v  | #atTurn                                     | timer, or wake
 *                    QUEUED                      CLAIMING <------------'
 * ```
 *
 * CLAIMING, LOADING and the choice of what is due are `#pump`, which one call at a time runs; SENDING overlaps with it:
 * each answer concludes its event and pumps again. WAITING keeps one timer (`#calledOff`), the next due time.
 * `stop` ends all of them: what is on the wire is concluded, nothing more is sent.
 */
export class ReceiverWorker {
  readonly #receiverId: number;
  readonly #depot: Depot;
  readonly #hand: Hand;
  readonly #health: ReceiverHealth;
  /** There is a place at the gate, for this moment. One function for the life of the worker: the gate tells by it who asks. */
  readonly #atTurn = () => this.goOn();
  #lease: HeldLease | undefined;
  #owner: Owner | undefined;
  #lastUrl = '';
  #inFlight = 0;
  #isPumping = false;
  #again = false;
  #isStopped = false;
  #calledOff: (() => void) | undefined;
  #lastUsed: number;

  constructor(receiverId: number, depot: Depot) {
    this.#receiverId = receiverId;
    this.#depot = depot;
    this.#lastUsed = depot.clock.monotonic();
    this.#hand = new Hand(receiverId, depot);
    this.#health = new ReceiverHealth(depot.random);
  }

  /** Sends or loads something at this moment; a worker that waits for a later try is not busy. */
  get isBusy(): boolean {
    return this.#isPumping || this.#inFlight > 0;
  }

  /** Has events to send, now or later. */
  get hasWork(): boolean {
    return this.isBusy || this.#hand.lanes.size > 0;
  }

  /** Nothing would be lost if it were made anew when there is something for its receiver again. */
  get isForgettable(): boolean {
    const { clock } = this.#depot;
    if (this.hasWork || this.#calledOff || this.#hand.isWanting) return false;
    return clock.monotonic() - this.#lastUsed > IDLE && !this.#health.isWorthKeeping(clock.now());
  }

  get isBehind(): boolean {
    return this.#hand.isBehind;
  }

  /** There may be something new in any lane. */
  wake(): void {
    this.#hand.expectMore();
    void this.#pump();
  }

  /** An event that has just been committed; true: there may be something to do for {@link goOn} now. */
  take(event: PendingEvent): boolean {
    this.#lastUsed = this.#depot.clock.monotonic();
    return this.#hand.take(event);
  }

  /** Sends what may go. Only what is not in hand yet is waited for. */
  goOn(): void {
    if (this.#isPumping || !this.#holdsLease || this.#hand.isWanting) return void this.#pump();
    this.#sendDue();
    if (!this.isBusy) this.#depot.rest();
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
        if (this.#isStopped || !(await this.#hasLease())) break;
        this.#again = false;
        await this.#hand.fill(() => this.#afterPage());
        if (this.#holdsLease) this.#sendDue();
        else this.#again = true;
      } while (this.#again);
    } catch (error) {
      this.#depot.onError(error);
      this.#comeBackAt(this.#depot.clock.now() + STORE_BUSY);
    } finally {
      this.#isPumping = false;
    }
    if (!this.isBusy) this.#depot.rest();
  }

  get #holdsLease(): boolean {
    return this.#lease !== undefined && this.#depot.holds(this.#lease);
  }

  async #hasLease(): Promise<boolean> {
    if (this.#holdsLease) return true;
    const held = this.#lease;
    const lease = await this.#depot.claim(this.#receiverId);
    this.#owner ??= await this.#depot.owner(this.#receiverId);
    this.#lease = lease;
    if (!lease) {
      this.#comeBackAt(this.#depot.clock.now() + TAKEN);
      return false;
    }
    if (lease.epoch !== (held?.epoch ?? 0) + 1) {
      // Somebody else had the receiver in between, or an earlier run: what they wrote down is the truth.
      this.#health.restore(lease, this.#depot.clock.now());
      this.#hand.startAfresh();
    }
    return true;
  }

  /** A long backlog is read page by page: neither the receiver's other lanes nor anybody else waits for that. */
  async #afterPage(): Promise<boolean> {
    this.#sendDue();
    await setImmediate();
    return this.#holdsLease && !this.#isStopped;
  }

  get #account(): Account {
    const { application = '', address = '' } = this.#owner ?? {};
    return { application, address, isSuspect: this.#health.isSuspect };
  }

  #sendDue(): void {
    const { clock, gate } = this.#depot;
    const { lanes } = this.#hand;
    const now = clock.now();
    if (this.#health.notBefore > now) {
      this.#comeBackAt(this.#health.notBefore);
      return;
    }
    while (this.#inFlight < this.#health.width && !this.#isStopped) {
      const event = lanes.take(now);
      if (!event) break;
      const account = this.#account;
      if (!gate.enter(account, this.#atTurn)) {
        lanes.giveBack(event, now);
        return;
      }
      void this.#deliver(event, account);
    }
    const due = lanes.nextDue();
    if (due !== undefined && due > now) this.#comeBackAt(due);
  }

  async #deliver(event: PendingEvent, account: Account): Promise<void> {
    const depot = this.#depot;
    this.#inFlight += 1;
    try {
      const sent = await depot.send(event);
      // What reaches nobody waits for nothing: thousands of them must not keep the loop from everybody else.
      if (sent.kind !== 'exchange') await setImmediate();
      this.#conclude(event, sent);
    } catch (error) {
      // The store's fault and not the handler's: this was no try.
      depot.onError(error);
      this.#hand.lanes.giveBack(event, depot.clock.now() + STORE_BUSY);
    } finally {
      this.#inFlight -= 1;
      depot.gate.leave(account);
    }
    this.goOn();
  }

  #conclude(event: PendingEvent, sent: Sent): void {
    const depot = this.#depot;
    const { lanes } = this.#hand;
    const now = depot.clock.now();
    const retries = this.#lease?.retries ?? false;
    const end = concludeTry(event, sent, { now, retries, lastSuccess: this.#health.lastSuccess, random: depot.random });
    if (end.kind === 'again') lanes.postpone(event, now, end.at);
    else lanes.done(event);
    depot.conclude(event, sent, end);
    if (sent.kind !== 'exchange') return;
    this.#learnAddress(sent.url);
    const { isChanged, isGone } = this.#health.learn(event.id, sent, now);
    if (isGone) depot.gone(this.#receiverId, this.#health.notBefore);
    if (isChanged) depot.keepHealth(this.#receiverId, this.#health.kept);
  }

  #learnAddress(url: string): void {
    if (url === this.#lastUrl || !this.#owner) return;
    this.#lastUrl = url;
    this.#owner = { ...this.#owner, address: serverOf(url) };
  }

  #comeBackAt(at: number): void {
    const { clock } = this.#depot;
    this.#calledOff?.();
    this.#calledOff = clock.after(Math.max(0, at - clock.now()), () => {
      this.#calledOff = undefined;
      this.wake();
    });
  }
}
