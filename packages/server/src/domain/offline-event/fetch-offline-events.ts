import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { OfflineCondition, OfflineEvent, OfflineOrder, OfflineQueue } from './offline-event.ts';

const PROCESS_ID_LENGTH = 32;
/** As many as can be fetched at once. */
const MOST_IN_BATCH = 1000;

export interface OfflineWish {
  readonly conditions: readonly OfflineCondition[];
  readonly order: readonly OfflineOrder[];
  readonly limit: number;
  /** false: they stay, and nobody else is given them, until it is said what became of them. */
  readonly isCleared: boolean;
  /** Once more what was taken in hand with that batch; undefined: what waits. */
  readonly processId: string | undefined;
  /** Those that could not be dealt with, instead of those that can. */
  readonly failed: boolean;
}

export interface FetchedEvents {
  readonly processId: string | null;
  readonly events: readonly OfflineEvent[];
}

/** Takes the first events out of a queue, for good or in hand. Whoever asks at the same time is given others. */
export async function fetchOfflineEvents(
  work: UnitOfWork,
  queue: OfflineQueue,
  { conditions, order, limit, isCleared, processId, failed }: OfflineWish,
): Promise<FetchedEvents> {
  const selection = { conditions, order, processId: processId ?? '', failed };
  const events = await work.offlineEvents.lockEvents(queue, selection, limit);
  const ids = events.map(({ id }) => id);
  if (!isCleared) {
    const taken = processId ?? work.random.code(PROCESS_ID_LENGTH);
    await work.offlineEvents.updateReserved(ids, taken, work.now);
    return { processId: taken, events };
  }
  if (processId === undefined) {
    await work.offlineEvents.deleteEvents(ids);
    return { processId: null, events };
  }
  // Of a batch all goes, also what the answer has no place for (N9).
  await work.offlineEvents.deleteOfBatch(queue, { processId, ids: [], messageIds: [] }, MOST_IN_BATCH);
  // A batch that the application does not have is none, whatever was asked for.
  return { processId: events.length > 0 ? processId : null, events };
}
