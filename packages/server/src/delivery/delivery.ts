import type { Clock } from '../kit/clock.ts';
import type { Random } from '../kit/random.ts';
import { outbox, type PendingEvent } from '../storage/outbox.ts';
import type { Store } from '../storage/store.ts';
import type { UnitOfWork } from '../storage/unit-of-work.ts';
import type { BotEvent } from '../domain/event.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { BotWorker, type Conclusion, type Depot } from './bot-worker.ts';
import { Gate } from './gate.ts';
import type { HandlerClient } from './handler-client.ts';
import { signedHeaders } from './signed-headers.ts';
import type { Sent } from './verdict.ts';

/** A lease outlives its owner by so much; it is renewed three times as often. */
const LEASE = 15_000;
const RENEW_EVERY = 5_000;

/** An event as it goes out. */
export interface Outgoing {
  readonly name: string;
  readonly url: string;
  readonly body: string;
  readonly contentType: string;
  /** What the signature is made with; the handler has it, too. */
  readonly secret: string;
}

export interface DeliveryOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly client: HandlerClient;
  /** Makes what goes out of what happened; undefined: nobody is there to hear of it. */
  readonly render: (work: UnitOfWork, botId: number, event: BotEvent) => Promise<Outgoing | undefined>;
  /** No other process delivers from this database: leases left behind by a killed one are void. */
  readonly isAlone: boolean;
  readonly onTried: (tried: Tried) => void;
  readonly onError: (error: unknown) => void;
}

/** One try and what became of the event, for those who watch. */
export interface Tried {
  readonly event: PendingEvent;
  readonly sent: Sent;
  readonly end: Conclusion;
}

/**
 * Takes events out of the outbox and to their handlers, at least once each, in order per (bot, dialog).
 * Bots are claimed, not events: whoever holds the lease of a bot is the only one to send its events.
 */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #workers = new Map<number, BotWorker>();
  readonly #acknowledgements: Acknowledgements;
  readonly #depot: Depot;
  readonly #owner: string;
  #leaseEnds = 0;
  #stopRenewing: (() => void) | undefined;
  #atRest = new Set<() => void>();
  #isStopped = false;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#owner = options.random.uuid();
    this.#acknowledgements = new Acknowledgements(options.store, options.clock, options.onError, () => this.#checkRest());
    this.#depot = this.#makeDepot();
  }

  /** Takes up what an earlier run left in the outbox. */
  async start(): Promise<void> {
    const { store, isAlone } = this.#options;
    if (isAlone) await store.writeWith((session) => outbox(session).releaseAll());
    for (const botId of await store.readWith((session) => outbox(session).botsWithPending())) this.wake(botId);
    this.#renew();
  }

  /** There is something new for the bot. */
  wake(botId: number): void {
    if (this.#isStopped) return;
    let worker = this.#workers.get(botId);
    if (!worker) {
      worker = new BotWorker(botId, this.#depot);
      this.#workers.set(botId, worker);
    }
    worker.wake(true);
  }

  /** Resolves when nothing is being sent or written down; events that wait for a later try do not count. */
  async settled(): Promise<void> {
    while (!this.#isAtRest()) await new Promise<void>((resolve) => this.#atRest.add(resolve));
  }

  /** Stops taking up events, finishes what is on the wire, writes down what became of it, gives the leases back. */
  async close(): Promise<void> {
    this.#isStopped = true;
    this.#stopRenewing?.();
    for (const worker of this.#workers.values()) worker.stop();
    await this.settled();
    await this.#options.store.writeWith((session) => outbox(session).release(this.#owner));
    await this.#options.client.close();
  }

  #makeDepot(): Depot {
    const { store, clock, random, onError } = this.#options;
    return {
      clock,
      random,
      gate: new Gate(),
      onError,
      claim: async (botId) => {
        const until = this.#nextLeaseEnd();
        const now = clock.now();
        const lease = await store.writeWith((session) => outbox(session).claim(botId, this.#owner, now, now + LEASE));
        if (lease && (this.#leaseEnds === 0 || !this.#holds())) this.#leaseEnds = until;
        return lease;
      },
      holds: () => this.#holds(),
      pending: (botId, after, limit) => store.readWith((session) => outbox(session).pending(botId, after, limit)),
      send: (event) => this.#send(event),
      conclude: (event, sent, end) => {
        this.#acknowledgements.add(event, sent, end);
        this.#options.onTried({ event, sent, end });
      },
      keepHealth: (botId, failures, notBefore) => this.#acknowledgements.addHealth(botId, failures, notBefore),
      rest: () => this.#checkRest(),
    };
  }

  async #send(event: PendingEvent): Promise<Sent> {
    const { store, client, clock, render } = this.#options;
    const outgoing = await store.read((work) => render(work, event.botId, event.event));
    if (!outgoing) return { kind: 'nobody' };
    const { name, url, body, contentType } = outgoing;
    const exchange = await client.exchange({ url, body, headers: signedHeaders(event.id, clock.now(), outgoing, contentType) });
    return { kind: 'exchange', name, url, exchange };
  }

  /** All leases of this process end together, by a clock that nobody can set back. */
  #nextLeaseEnd(): number {
    return this.#options.clock.monotonic() + LEASE - 1_000;
  }

  #holds(): boolean {
    return this.#options.clock.monotonic() < this.#leaseEnds;
  }

  #renew(): void {
    const { store, clock, onError } = this.#options;
    this.#stopRenewing = clock.after(RENEW_EVERY, () => {
      const until = this.#nextLeaseEnd();
      // Without a lease there is nothing to write down: an idle portal leaves the disk alone.
      const renewed = this.#workers.size === 0 ? Promise.resolve() : store.writeWith((session) => outbox(session).renew(this.#owner, clock.now() + LEASE));
      renewed.then(() => {
        if (this.#workers.size > 0) this.#leaseEnds = until;
      }, onError);
      if (!this.#isStopped) this.#renew();
    });
  }

  #isAtRest(): boolean {
    if (!this.#acknowledgements.isEmpty) return false;
    for (const worker of this.#workers.values()) if (worker.isBusy) return false;
    return true;
  }

  #checkRest(): void {
    if (this.#atRest.size === 0 || !this.#isAtRest()) return;
    const waiting = [...this.#atRest];
    this.#atRest.clear();
    for (const resolve of waiting) resolve();
  }
}
