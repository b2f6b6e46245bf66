import { othersTurn } from '#kit/others-turn.ts';
import { type EventQuery, eventArchive } from '#storage/stores/event-archive.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';
import type { ControlledPortal } from '../controlled-portal.ts';

/** Events that are looked at in one reading, which others wait for. */
const WINDOW = 5_000;
/** So many of those that were found are put into words before others have their turn. */
export const AT_ONCE = 20;

export interface EventSearch extends Pick<EventQuery, 'receiverIds' | 'lane' | 'isFailed' | 'since' | 'limit'> {
  /** Only older ones than this event. */
  readonly before?: number | undefined;
  /** Only those that happened then or later. */
  readonly happenedSince?: number | undefined;
  /** Only those of which it is true. */
  readonly matches?: ((event: StoredEvent) => boolean) | undefined;
}

/** The newest events that fit, window by window: there may be a million of them, and few that fit. */
export async function searchEvents(
  { store, portalId }: ControlledPortal,
  { before = Number.MAX_SAFE_INTEGER, happenedSince = 0, matches, limit, ...query }: EventSearch,
): Promise<StoredEvent[]> {
  const { oldest, newest } = await store.readWith((session) => eventArchive(session).getBounds());
  const timeAt = async (id: number) => (await store.readWith((session) => eventArchive(session).findTimeAt(id))) ?? 0;
  const found: StoredEvent[] = [];
  for (let below = Math.min(before, newest + 1); below > oldest && found.length < limit; below -= WINDOW) {
    await othersTurn();
    if (happenedSince > 0 && (await timeAt(below)) < happenedSince) break;
    const window = { before: below, from: below - WINDOW, limit: matches ? WINDOW : limit - found.length };
    const listed = await store.readWith((session) =>
      eventArchive(session).listEvents({ ...query, ...window, portalId }),
    );
    found.push(...(matches ? listed.filter(matches).slice(0, limit - found.length) : listed));
  }
  return found.filter(({ createdAt }) => createdAt >= happenedSince);
}
