import type { Migration } from './migration.ts';

/** Of the many events that may wait, those few that were tried in vain are found without the others. */
export const triedEvents: Migration = {
  name: '0017-tried-events',
  statements() {
    return ['create index event_tried on event(receiver_id, next_try_at) where state = 0 and attempts > 0'];
  },
};
