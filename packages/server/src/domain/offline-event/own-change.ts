import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { OfflineQueue } from './offline-event.ts';

const declared = new WeakMap<UnitOfWork, OfflineQueue>();

/** What is changed in this unit is the application's own doing, and not put into that queue of its: it would go in circles. */
export function declareOwnChange(work: UnitOfWork, queue: OfflineQueue): void {
  declared.set(work, queue);
}

export function isOwnChange(work: UnitOfWork, queue: OfflineQueue): boolean {
  const own = declared.get(work);
  return own?.applicationId === queue.applicationId && own.connector === queue.connector;
}
