import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** Events of one queue that may wait to be fetched. */
const WAITING_LIMIT = 100_000;

/**
 * Forgets the oldest events of queues that nobody fetches from, `most` at once; answers how many. What is fetched first
 * otherwise would be the oldest news of objects that have changed since, or are gone.
 */
export async function forgetUnfetchedEvents(work: UnitOfWork, most: number, kept = WAITING_LIMIT): Promise<number> {
  for (const queue of await work.offlineEvents.listQueues()) {
    const ids = await work.offlineEvents.listBeyond(queue, kept, most);
    if (ids.length === 0) continue;
    await work.offlineEvents.deleteEvents(ids);
    return ids.length;
  }
  return 0;
}
