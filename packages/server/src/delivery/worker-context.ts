import type { Clock } from '#kit/clock.ts';
import type { Random } from '#kit/random.ts';
import type { PendingEvent } from '#storage/stores/outbox.ts';
import type { Gate } from './gate.ts';
import type { HeldLease } from './leases.ts';
import type { KeptHealth } from './receiver-health.ts';
import type { Owner } from './receiver-owner.ts';
import type { Turns } from './turns.ts';
import type { Sent } from './verdict.ts';

/** What a worker needs of the delivery it belongs to. */
export interface WorkerContext extends EventSource {
  readonly clock: Clock;
  readonly random: Random;
  readonly gate: Gate;
  /** In which receivers go on when the time has come that they wait for. */
  readonly turns: Turns;
  claim(receiverId: number): Promise<HeldLease | undefined>;
  owner(receiverId: number): Promise<Owner>;
  /** Whether the lease is still good; asked before every exchange. */
  holds(lease: HeldLease): boolean;
  send(event: PendingEvent): Promise<Sent>;
  /** Writes down what became of a try; written together with others, and awaited by nobody. */
  conclude(event: PendingEvent, sent: Sent, end: Conclusion): void;
  keepHealth(receiverId: number, health: KeptHealth): void;
  /** The handler of the receiver is gone: it is left alone until then. */
  gone(receiverId: number, until: number): void;
  /** The worker has nothing to do at present. */
  rest(): void;
  onError(error: unknown): void;
}

/** Where the events of a receiver are read from, the oldest first. */
export interface EventSource {
  pending(receiverId: number, after: number, limit: number): Promise<PendingEvent[]>;
  pendingInLane(receiverId: number, lane: number, after: number, upTo: number, limit: number): Promise<PendingEvent[]>;
}

export type Conclusion =
  | { readonly kind: 'delivered' | 'dead' | 'dropped' }
  | { readonly kind: 'again'; readonly at: number };
