import type { Change } from '#domain/event.ts';
import type { WordedCause } from '#domain/event-cause.ts';
import type { Clock } from '#kit/clock.ts';
import type { Random } from '#kit/random.ts';
import type { Store } from '#storage/store.ts';
import type { PendingEvent } from '#storage/stores/outbox.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { HandlerClient } from './handler-client.ts';
import type { Chore } from './sweeper.ts';
import type { Sent } from './verdict.ts';
import type { Conclusion } from './worker-context.ts';

/** What is told of an event when it has been committed. */
export type Recorded = Omit<Extract<Change, { type: 'eventRecorded' }>, 'type' | 'portalId' | 'isFetched'>;

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
  /** Makes what goes out of what happened; undefined: nobody is there to hear of it; a symbol: it is not to be sent any more, but lies for somebody else. */
  readonly render: (work: Reading, pending: PendingEvent) => Promise<Outgoing | symbol | undefined>;
  /** Why nobody is there, in words. */
  readonly whyNobody: (work: Reading, pending: PendingEvent) => Promise<WordedCause>;
  /** No other process delivers from this database: leases left behind by a killed one are void. */
  readonly isAlone: boolean;
  /** What is forgotten in the rounds in which delivered events are. */
  readonly chores: readonly Chore[];
  /** Told before an event is sent: what its handler does about it comes later. */
  readonly onTrying: (event: PendingEvent) => void;
  readonly onTried: (tried: Tried) => void;
  readonly onNotice: (notice: Notice) => void;
  readonly onError: (error: unknown) => void;
}

/** One try and what became of the event, for those who watch. */
export interface Tried {
  readonly event: PendingEvent;
  readonly sent: Sent;
  readonly end: Conclusion;
}

/** What the owner of a receiver should know. */
export type Notice =
  /** So many of its newest events became dead letters: too many were waiting. */
  | { readonly kind: 'overflow'; readonly receiverId: number; readonly count: number }
  /** Its handler keeps saying that it is gone (410): it is left alone until then. */
  | { readonly kind: 'gone'; readonly receiverId: number; readonly until: number };
