import { lookup } from '#api/kernel/definition/lookup.ts';
import { done, refused } from '#kit/outcome.ts';
import { eventNamed, eventsWithin } from './names.ts';

/** An event that the calling application may hear of in that way: that something is kept for it is not kept itself. */
export const heardEvent = lookup(
  ['event_not_found'],
  async ({ caller }, name: string | undefined, way: 'online' | 'offline' | undefined) => {
    const event = name === undefined ? undefined : eventNamed(name);
    return event && eventsWithin(caller.scope).includes(event) && !(way === 'offline' && event.on === 'offlineChanged')
      ? done(event)
      : refused('event_not_found');
  },
);
