import type { PortalEvent } from '../event.ts';

/** That an application or an outgoing webhook wants to hear of an event; each subscription gets its own copy. */
export interface Subscription {
  readonly id: number;
  readonly receiverId: number;
  /** Of which application; of none: an outgoing webhook's. */
  readonly applicationId: number | undefined;
  readonly event: PortalEvent['type'];
  /** Where it is told; '' for one that fetches its events. */
  readonly address: string;
  /** On whose behalf the application is told; 0: of whoever caused the event. */
  readonly userId: number;
  /** The events wait until the application fetches them. */
  readonly isOffline: boolean;
  /** Tells queues of one application apart; what it changes itself in the name of one is not put into that one. */
  readonly connector: string;
  /** Seconds between two notices that events wait, at least; 0: one for each call that caused some. */
  readonly minTimeout: number;
}

export type SubscriptionDraft = Omit<Subscription, 'id' | 'applicationId' | 'address'>;
