import { steady } from '#kit/clock.ts';
import { outbox } from '#storage/stores/outbox.ts';
import { Acknowledgements } from './acknowledgements.ts';
import type { DeliveryOptions, Recorded } from './delivery-options.ts';
import { Gate } from './gate.ts';
import { type Interventions, interventions } from './interventions.ts';
import { Leases, RENEW_EVERY } from './leases.ts';
import { ownerOf } from './receiver-owner.ts';
import { ReceiverWorker } from './receiver-worker.ts';
import { plausible } from './retry-schedule.ts';
import { sendEvent } from './send-event.ts';
import { Sweeper } from './sweeper.ts';
import { Turns } from './turns.ts';
import type { WorkerContext } from './worker-context.ts';

/** Receivers that go on in one turn of the loop: whoever else has something to do waits for so many at most. */
const AT_ONCE = 16;

/**
 * Takes events out of the outbox and to their handlers, at least once each, in order per (receiver, dialog).
 * Receivers are claimed, not events: whoever holds the lease of a receiver is the only one to send its events.
 */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #workers = new Map<number, ReceiverWorker>();
  /** Workers with something new. */
  readonly #called = new Set<ReceiverWorker>();
  readonly #acknowledgements: Acknowledgements;
  readonly #leases: Leases;
  readonly #sweeper: Sweeper;
  readonly #context: WorkerContext;
  readonly #turns = new Turns(AT_ONCE);
  #stopRenewing: (() => void) | undefined;
  #atRest = new Set<() => void>();
  #isStopped = false;

  constructor(options: DeliveryOptions) {
    const { store, clock, random, chores, onNotice, onError } = options;
    const onRest = () => this.#checkRest();
    this.#options = options;
    this.#acknowledgements = new Acknowledgements(store, clock, onError, onRest);
    this.#leases = new Leases(store, clock, random.uuid());
    this.#sweeper = new Sweeper({
      store,
      clock,
      chores,
      behind: () => [...this.#workers].flatMap(([receiverId, worker]) => (worker.isBehind ? [receiverId] : [])),
      onOverflow: (receiverId, count) => onNotice({ kind: 'overflow', receiverId, count }),
      onError,
      onRest,
    });
    this.#context = this.#makeContext();
    const workerOf = (receiverId: number) => this.#workerOf(receiverId);
    this.interventions = interventions({ options, acknowledgements: this.#acknowledgements, workerOf });
  }

  /** Takes up what an earlier run left in the outbox. */
  async start(): Promise<void> {
    const { store, isAlone } = this.#options;
    if (isAlone) await store.writeWith((session) => outbox(session).updateAllReleased());
    for (const receiverId of await store.readWith((session) => outbox(session).listReceiversWithPending()))
      this.wake(receiverId);
    this.#renew();
    this.#sweeper.start();
  }

  /** Takes up what has just been committed. */
  take({ eventId: id, receiverId, lane, event, subscriptionId, from }: Recorded): void {
    // As long from now as it is by the clock of who wrote it: that one may have been set since this began.
    const nextTryAt = from && this.#context.clock.now() + from - this.#options.clock.now();
    const pending = { id, receiverId, lane, event, subscriptionId, attempts: 0, firstFailedAt: null, nextTryAt };
    if (this.#isStopped) return;
    const worker = this.#workerOf(receiverId);
    if (!worker.take(pending)) return;
    // Once for all that was committed together, and after those who wrote it have been answered.
    if (this.#called.size === 0) setImmediate(() => this.#callWorkers());
    this.#called.add(worker);
  }

  #callWorkers(): void {
    let left = AT_ONCE;
    for (const worker of this.#called) {
      this.#called.delete(worker);
      worker.goOn();
      left -= 1;
      if (left === 0) break;
    }
    if (this.#called.size > 0) setImmediate(() => this.#callWorkers());
    this.#checkRest();
  }

  /** There may be something new for the receiver. */
  wake(receiverId: number): void {
    if (!this.#isStopped) this.#workerOf(receiverId).wake();
  }

  /** What people do about events that are on their way, or did not arrive. */
  readonly interventions: Interventions;

  /** There is something to clear away. */
  sweep(): void {
    this.#sweeper.sweep();
  }

  #workerOf(receiverId: number): ReceiverWorker {
    let worker = this.#workers.get(receiverId);
    if (!worker) {
      worker = new ReceiverWorker(receiverId, this.#context);
      this.#workers.set(receiverId, worker);
    }
    return worker;
  }

  /** Receivers that are kept in memory. */
  get workers(): number {
    return this.#workers.size;
  }

  /** Resolves when nothing is being sent or written down; events that wait for a later try do not count. */
  async settled(): Promise<void> {
    while (!this.#isAtRest()) await new Promise<void>((resolve) => this.#atRest.add(resolve));
  }

  /** Stops taking up events, finishes what is on the wire, writes down what became of it, gives the leases back. */
  async close(): Promise<void> {
    this.#isStopped = true;
    this.#stopRenewing?.();
    this.#sweeper.stop();
    this.#acknowledgements.closing();
    for (const worker of this.#workers.values()) worker.stop();
    await this.settled();
    // A store that fails now must not keep the process from ending: a lease ends by itself.
    await this.#leases.release().catch(this.#options.onError);
    await this.#options.client.close();
  }

  #makeContext(): WorkerContext {
    const { store, random, onTried, onNotice, onError } = this.#options;
    const clock = steady(this.#options.clock);
    return {
      clock,
      random,
      gate: new Gate(),
      turns: this.#turns,
      onError,
      claim: (receiverId) => this.#leases.claim(receiverId),
      owner: (receiverId) => store.read((work) => ownerOf(work, receiverId)),
      holds: (lease) => this.#leases.holds(lease),
      pending: (receiverId, after, limit) =>
        store
          .readWith((session) => outbox(session).listPending(receiverId, after, limit))
          .then((events) => plausible(events, clock.now())),
      pendingInLane: (receiverId, lane, after, upTo, limit) =>
        store
          .readWith((session) => outbox(session).listPendingInLane(receiverId, lane, after, upTo, limit))
          .then((events) => plausible(events, clock.now())),
      send: (event) => sendEvent(this.#options, event),
      conclude: (event, sent, end) => {
        this.#acknowledgements.add(event, sent, end);
        onTried({ event, sent, end });
      },
      keepHealth: (receiverId, health) => this.#acknowledgements.addHealth(receiverId, health),
      gone: (receiverId, until) => onNotice({ kind: 'gone', receiverId, until }),
      rest: () => this.#checkRest(),
    };
  }

  #renew(): void {
    const { clock, onError } = this.#options;
    this.#stopRenewing = clock.after(RENEW_EVERY, () => {
      this.#renew();
      this.#forgetIdleWorkers();
      // An idle portal leaves the disk alone: its leases end, and receivers are claimed anew when there is something for them.
      for (const worker of this.#workers.values()) if (worker.hasWork) return void this.#leases.renew().catch(onError);
    });
  }

  #forgetIdleWorkers(): void {
    // What is not written down yet would be read, and sent, again.
    if (!this.#acknowledgements.isEmpty) return;
    for (const [receiverId, worker] of this.#workers) if (worker.isForgettable) this.#workers.delete(receiverId);
  }

  #isAtRest(): boolean {
    if (this.#called.size > 0 || !this.#turns.isEmpty) return false;
    if (!this.#acknowledgements.isEmpty || this.#sweeper.isBusy) return false;
    return ![...this.#workers.values()].some((worker) => worker.isBusy);
  }

  #checkRest(): void {
    if (this.#atRest.size === 0 || !this.#isAtRest()) return;
    const waiting = [...this.#atRest];
    this.#atRest.clear();
    for (const resolve of waiting) resolve();
  }
}
