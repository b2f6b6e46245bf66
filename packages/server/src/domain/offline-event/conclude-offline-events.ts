import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';

/** Events that an application has in hand by a name: these, or all of them. What merely waits is not among them. */
export interface EventsInHand {
  readonly processId: string;
  readonly ids: readonly number[] | undefined;
  /** Of which queue; undefined: of any. */
  readonly connector: string | undefined;
}

/** They are dealt with, and forgotten. */
export async function clearOfflineEvents(
  work: UnitOfWork,
  { id }: Application,
  { processId, ids, connector }: EventsInHand,
): Promise<void> {
  await work.offlineEvents.deleteEvents(await work.offlineEvents.listReservedBy(id, processId, ids, connector));
}

/** They could not be dealt with. */
export async function markOfflineEvents(
  work: UnitOfWork,
  { id }: Application,
  { processId, ids, connector }: EventsInHand,
): Promise<void> {
  await work.offlineEvents.updateFailed(await work.offlineEvents.listReservedBy(id, processId, ids, connector));
}
