import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { because } from '../event-cause.ts';

/** Milliseconds that events wait for a bot to fetch them (V37). */
export const KEPT_FOR = 24 * 60 * 60_000;
const UNFETCHED = because('not-fetched', 'was not fetched within 24 hours');

/** Makes dead letters of events that were not fetched in time, at most `most` at once. Returns how many. */
export function expireUnfetchedEvents(work: UnitOfWork, most: number): Promise<number> {
  return work.events.updateUnfetched(work.now - KEPT_FOR, most, UNFETCHED, work.now);
}
