import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { BatchPart, OfflineQueue } from './offline-event.ts';

/** They are dealt with, and forgotten, `most` at once; answers how many. */
export async function clearOfflineEvents(
  work: UnitOfWork,
  queue: OfflineQueue,
  part: BatchPart,
  most: number,
): Promise<number> {
  return work.offlineEvents.deleteOfBatch(queue, part, most);
}

/**
 * Events of a batch could not be dealt with: they are in hand no longer, and are given only to whoever asks for such
 * ones. What waits, or is in another batch, about the same objects is forgotten (N11).
 */
export async function markOfflineEvents(
  work: UnitOfWork,
  queue: OfflineQueue,
  processId: string,
  messageIds: readonly string[],
): Promise<void> {
  const events = (await work.offlineEvents.lockByMessages(queue, messageIds)).filter(({ isError }) => !isError);
  const idsOf = (isOfBatch: boolean) =>
    events.filter((one) => (one.processId === processId) === isOfBatch).map(({ id }) => id);
  await work.offlineEvents.deleteEvents(idsOf(false));
  await work.offlineEvents.updateFailed(idsOf(true));
}
