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

/** How far a receiver has come with its events. */
export interface EventReader {
  /** All below that number are confirmed; 0: none is. */
  readonly confirmed: number;
  /** When somebody last asked for them, to the minute; null: nobody has. Milliseconds since 1970. */
  readonly fetchedAt: number | null;
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
