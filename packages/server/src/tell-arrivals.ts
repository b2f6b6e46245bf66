import type { Arrivals } from '#api/kernel/call/arrivals.ts';
import type { Store } from '#storage/store.ts';

/** Has calls go on that wait for events to fetch. */
export function tellArrivals(store: Store, arrivals: Arrivals): void {
  store.onCommit((changes) => {
    for (const change of changes) {
      if (change.type === 'eventRecorded' && change.isFetched) arrivals.came(change.receiverId);
      // What was to be sent may be there to be fetched now.
      if (change.type === 'receiverSwitched') arrivals.came(change.receiverId);
    }
  });
}
