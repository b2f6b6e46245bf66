import { lookup } from '#api/kernel/definition/lookup.ts';
import { done, refused } from '#kit/outcome.ts';
import { eventNamed, eventsWithin } from './names.ts';

/** An event that the calling application may hear of. */
export const permittedEvent = lookup(['event_not_found'], async ({ caller }, name: string | undefined) => {
  const event = name === undefined ? undefined : eventNamed(name);
  return event && eventsWithin(caller.scope).includes(event) ? done(event) : refused('event_not_found');
});
