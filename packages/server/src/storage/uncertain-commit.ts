import type { Change } from '#domain/event.ts';
import { StoreUnavailable } from './session.ts';

/** The database did not answer whether it has committed: whoever asked is refused, and it may have happened all the same. */
export class UncertainCommit extends StoreUnavailable {}

/**
 * What to tell of a unit that may have been committed. To those who are to be told of events nothing but that there may
 * be some: an event that there is not must not be sent, and one that there is would wait until the next start.
 */
export function toLookFor(changes: readonly Change[]): Change[] {
  const receivers = new Map<number, Change>();
  for (const change of changes)
    if (change.type === 'eventRecorded' || change.type === 'receiverSwitched') {
      const { portalId, receiverId } = change;
      receivers.set(receiverId, { type: 'receiverSwitched', portalId, receiverId });
    }
  return [...receivers.values()];
}
