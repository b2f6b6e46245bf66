import type { PortalEvent } from '../event.ts';

/** A subscription of an application or an outgoing webhook to an event; each gets its own copy of the event. */
export interface Subscription {
  readonly id: number;
  readonly receiverId: number;
  /** Of which application; of none: an outgoing webhook's. */
  readonly applicationId: number | undefined;
  readonly event: PortalEvent['type'];
  /** Where events are sent; '' for one that fetches its events. */
  readonly address: string;
  /** The user in whose name events are sent; 0: whoever caused the event. */
  readonly userId: number;
  /** The events wait until the application fetches them. */
  readonly isOffline: boolean;
  /** Tells queues of one application apart; what it changes itself in the name of one is not put into that one. */
  readonly connector: string;
  /** Seconds between two notices that events wait, at least; 0: one for each call that caused some. */
  readonly minTimeout: number;
}

export type SubscriptionDraft = Omit<Subscription, 'id' | 'applicationId' | 'address'>;
