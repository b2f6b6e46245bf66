import { setImmediate } from 'node:timers/promises';
import type { Lease } from '#storage/stores/delivery-leases.ts';
import type { PendingEvent } from '#storage/stores/outbox.ts';
import { concludeEvent, type ReceiverParts } from './conclude-event.ts';
import { EventBuffer } from './event-buffer.ts';
import type { Account } from './gate.ts';
import { OutsideChanges } from './outside-changes.ts';
import { ReceiverClaim } from './receiver-claim.ts';
import { ReceiverHealth } from './receiver-health.ts';
import { WakeTimer } from './wake-timer.ts';
import type { WorkerContext } from './worker-context.ts';

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
 *    |                  | a page of events is buffered                  |
 *    | nothing left     v                                               v
 *    '-------------- SENDING ---------------------------------------> WAITING
 *                       |  ^   several failures in a row, a lane that    |
 *      no place at the  |  |   failed, or gone (410): until its time     |
 *      gate             v  | #atTurn                                     | timer, or wake
 *                    QUEUED                      CLAIMING <------------'
 * ```
 *
 * CLAIMING, LOADING and the choice of what is due are `#pump`, which one call at a time runs; SENDING overlaps with it:
 * each answer concludes its event and pumps again. WAITING keeps one timer, the next due time.
 * `stop` ends all of them: what is on the wire is concluded, nothing more is sent.
 */
export class ReceiverWorker {
  /** What others change of its receiver. */
  readonly changes: OutsideChanges;
  readonly #receiver: ReceiverParts;
  readonly #context: WorkerContext;
  readonly #buffer: EventBuffer;
  readonly #health: ReceiverHealth;
  readonly #claim: ReceiverClaim;
  readonly #timer: WakeTimer;
  /** There is a place at the gate, for this moment. One function for the life of the worker: the gate tells by it who asks. */
  readonly #atTurn = () => this.goOn();
  #inFlight = 0;
  #isPumping = false;
  #again = false;
  #isStopped = false;
  #lastUsed: number;

  constructor(receiverId: number, context: WorkerContext) {
    this.#context = context;
    this.#lastUsed = context.clock.monotonic();
    this.#buffer = new EventBuffer(receiverId, context);
    this.#health = new ReceiverHealth(context.random);
    this.#claim = new ReceiverClaim(receiverId, context, (lease) => this.#startAfresh(lease));
    this.#timer = new WakeTimer(context.clock, () => context.turns.run(() => this.goOn()));
    this.#receiver = { receiverId, context, lanes: this.#buffer.lanes, health: this.#health, claim: this.#claim };
    this.changes = new OutsideChanges(this.#receiver, () => void this.#pump());
  }

  /** Sends or loads something at this moment; a worker that waits for a later try is not busy. */
  get isBusy(): boolean {
    return this.#isPumping || this.#inFlight > 0 || this.changes.areRunning;
  }

  /** Has events to send, now or later. */
  get hasWork(): boolean {
    return this.isBusy || this.#buffer.lanes.size > 0;
  }

  /** Nothing would be lost if it were made anew when there is something for its receiver again. */
  get isForgettable(): boolean {
    const { clock } = this.#context;
    if (this.hasWork || this.#timer.isSet || this.#buffer.isWanting) return false;
    return clock.monotonic() - this.#lastUsed > IDLE && !this.#health.isWorthKeeping(clock.now());
  }

  get isBehind(): boolean {
    return this.#buffer.isBehind;
  }

  /** There may be something new in any lane. */
  wake(): void {
    this.#buffer.expectMore();
    void this.#pump();
  }

  /** An event that has just been committed; true: there may be something to do for {@link goOn} now. */
  take(event: PendingEvent): boolean {
    this.#lastUsed = this.#context.clock.monotonic();
    return this.#buffer.take(event);
  }

  /** Sends what may go. Only what is not buffered yet is waited for. */
  goOn(): void {
    if (this.#isPumping || !this.#claim.isHeld || this.#buffer.isWanting) return void this.#pump();
    this.#sendDue();
    if (!this.isBusy) this.#context.rest();
  }

  stop(): void {
    this.#isStopped = true;
    this.#timer.cancel();
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) {
      this.#again = true;
      return;
    }
    this.#isPumping = true;
    try {
      do {
        if (this.#isStopped) break;
        this.changes.heed();
        if (!(await this.#hasLease())) break;
        this.#again = false;
        await this.#buffer.fill(() => this.#afterPage());
        if (this.#claim.isHeld) this.#sendDue();
        else this.#again = true;
        if (this.changes.isOutdated()) this.#again = true;
      } while (this.#again);
    } catch (error) {
      this.#context.onError(error);
      this.#buffer.expectMore();
      this.#timer.set(this.#context.clock.now() + STORE_BUSY);
    } finally {
      this.#isPumping = false;
    }
    if (!this.isBusy) this.#context.rest();
  }

  async #hasLease(): Promise<boolean> {
    if (this.#claim.isHeld || (await this.#claim.acquire())) return true;
    this.#timer.set(this.#context.clock.now() + TAKEN);
    return false;
  }

  #startAfresh(lease: Lease): void {
    this.#health.restore(lease, this.#context.clock.now());
    this.#buffer.startAfresh();
  }

  /** A long backlog is read page by page: neither the receiver's other lanes nor anybody else waits for that. */
  async #afterPage(): Promise<boolean> {
    this.#sendDue();
    await setImmediate();
    return this.#claim.isHeld && !this.#isStopped;
  }

  #sendDue(): void {
    if (this.#isStopped || this.changes.areRunning || this.#claim.isPaused) return;
    const { clock, gate } = this.#context;
    const { lanes } = this.#buffer;
    const now = clock.now();
    if (this.#health.notBefore > now) {
      this.#timer.set(this.#health.notBefore);
      return;
    }
    while (this.#inFlight < this.#health.width) {
      const event = lanes.take(now);
      if (!event) break;
      const account = this.#claim.accountOf(this.#health.isSuspect);
      if (!gate.enter(account, this.#atTurn)) {
        lanes.giveBack(event, now);
        return;
      }
      void this.#deliver(event, account);
    }
    const due = lanes.nextDue();
    if (due !== undefined && due > now) this.#timer.set(due);
  }

  async #deliver(event: PendingEvent, account: Account): Promise<void> {
    const context = this.#context;
    this.#inFlight += 1;
    try {
      const sent = await context.send(event);
      // What reaches nobody waits for nothing: thousands of them must not keep the loop from everybody else.
      if (sent.kind !== 'exchange') await setImmediate();
      concludeEvent(this.#receiver, event, sent);
    } catch (error) {
      // The store's fault and not the handler's: this was no try.
      context.onError(error);
      this.#buffer.lanes.giveBack(event, context.clock.now() + STORE_BUSY);
    } finally {
      this.#inFlight -= 1;
      context.gate.leave(account);
    }
    this.goOn();
  }
}
