import type { PortalEvent } from '../event.ts';

/** An event as it waits to be fetched. */
export interface FetchedEvent {
  /** On the one line of the portal. */
  readonly number: number;
  readonly receiverId: number;
  readonly event: PortalEvent;
  /** When it happened, milliseconds since 1970. */
  readonly at: number;
}

/** Which events are wanted, and up to which they were dealt with. */
export interface FetchWish {
  /** All below it are confirmed; 0: none is (V32). No higher than the next number that will be given. */
  readonly offset: number;
  readonly limit: number;
}

export interface FetchedPage {
  readonly events: readonly FetchedEvent[];
  /** What to confirm with next time. */
  readonly nextOffset: number;
  readonly hasMore: boolean;
}
