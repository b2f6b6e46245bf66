import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** Milliseconds that an application may have events in hand. */
const IN_HAND_FOR = 30 * 24 * 60 * 60_000;

/** Forgets events that an application took in hand and never spoke of again, `most` at once; answers how many. */
export async function forgetAbandonedEvents(work: UnitOfWork, most: number): Promise<number> {
  const ids = await work.offlineEvents.listReservedBefore(work.now - IN_HAND_FOR, most);
  await work.offlineEvents.deleteEvents(ids);
  return ids.length;
}
