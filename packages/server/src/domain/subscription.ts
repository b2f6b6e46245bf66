import type { PortalEvent } from './event.ts';

/** That a receiver wants to hear of an event; each of them gets its own copy. */
export interface Subscription {
  readonly id: number;
  readonly receiverId: number;
  readonly event: PortalEvent['type'];
  /** On whose behalf the application is told; 0: of whoever caused the event. */
  readonly userId: number;
}
