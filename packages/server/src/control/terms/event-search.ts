import { othersTurn } from '#kit/others-turn.ts';
import { type EventQuery, eventArchive, type StoredEvent } from '#storage/stores/event-archive.ts';
import type { ControlledPortal } from '../controlled-portal.ts';

/** Events that are looked at in one reading, which others wait for. */
const WINDOW = 5_000;
/** So many of those that were found are put into words before others have their turn. */
export const AT_ONCE = 20;

export interface EventSearch extends Pick<EventQuery, 'receiverId' | 'isFailed' | 'since' | 'limit'> {
  /** Only older ones than this event. */
  readonly before?: number | undefined;
}

/** The newest events that fit, window by window: there may be a million of them, and few that fit. */
export async function searchEvents(
  { store, portalId }: ControlledPortal,
  { before = Number.MAX_SAFE_INTEGER, limit, ...query }: EventSearch,
): Promise<StoredEvent[]> {
  const { oldest, newest } = await store.readWith((session) => eventArchive(session).getBounds());
  const found: StoredEvent[] = [];
  for (let below = Math.min(before, newest + 1); below > oldest && found.length < limit; below -= WINDOW) {
    await othersTurn();
    const window = { before: below, from: below - WINDOW, limit: limit - found.length };
    found.push(
      ...(await store.readWith((session) => eventArchive(session).listEvents({ ...query, ...window, portalId }))),
    );
  }
  return found;
}
