import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** Milliseconds that events are kept for a bot to fetch them (V37). */
const KEPT_FOR = 24 * 60 * 60_000;
const NOTE = 'was not fetched within 24 hours';

/** Makes dead letters of events that were not fetched in time, `most` at once; answers how many. */
export function endUnfetchedEvents(work: UnitOfWork, most: number): Promise<number> {
  return work.events.updateUnfetched(work.now - KEPT_FOR, most, NOTE, work.now);
}
