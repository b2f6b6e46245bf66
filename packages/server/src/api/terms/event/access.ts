import { loader, type Search } from '#api/kernel/definition/method.ts';
import { done, refused } from '#kit/outcome.ts';
import { eventNamed, eventsWithin } from './names.ts';

/** An event that the calling application may hear of in that way: that something is kept for it is not kept itself. */
export const heardEvent = loader(
  ['event_not_found'],
  async ({ caller, params }: Search<{ event: string; event_type: 'online' | 'offline' }>) => {
    const event = eventNamed(params.event);
    const isKept = params.event_type === 'offline';
    return event && eventsWithin(caller.scope).includes(event) && !(isKept && event.on === 'offlineChanged')
      ? done(event)
      : refused('event_not_found');
  },
);
