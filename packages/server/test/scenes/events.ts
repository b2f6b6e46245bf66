import { recordPublicEvent } from '#domain/record-event.ts';
import { addPerson, type NewPerson } from '#domain/user/add-person.ts';
import type { Calling, Handler, World } from '../world.ts';

/*
 * What the tests of events let happen, and how they look at what was heard.
 */

/** The application asks to be called at `handler`. */
export function bind(application: Calling, event: string, handler: Handler | string, more = {}): Promise<unknown> {
  const url = typeof handler === 'string' ? handler : handler.url;
  return application.ok('event.bind', { event, handler: url, ...more });
}

/** The application asks that events are kept until it fetches them. */
export function keep(application: Calling, event: string, more = {}): Promise<unknown> {
  return application.ok('event.bind', { event, event_type: 'offline', ...more });
}

/** Somebody comes to the portal; answers their id. */
export async function comes(world: World, name: string, more: Partial<NewPerson> = {}): Promise<number> {
  const added = await world.app.store.write((work) =>
    addPerson(work, world.app.cast.portalId, {
      name,
      lastName: '',
      email: '',
      isAdmin: false,
      isExtranet: false,
      ...more,
    }),
  );
  if (!added.ok) throw new Error(added.reason);
  return added.value.id;
}

/** The event tells of that person once more. */
export async function comesAgain(world: World, personId: number): Promise<void> {
  const event = { type: 'userAdded', userId: personId, personId } as const;
  await world.app.store.write((work) => recordPublicEvent(work, world.app.cast.portalId, event));
}

/** By what the records of a queue are known. */
export async function queued(application: Calling, more = {}): Promise<string[]> {
  const records = await application.ok('event.offline.list', more);
  return records.map(({ EVENT_DATA }: { EVENT_DATA: { ID: string } }) => EVENT_DATA.ID);
}

/** Takes what waits in hand. */
export function reserve(
  application: Calling,
  more = {},
): Promise<{ process_id: string; events: { ID: string; MESSAGE_ID: string; EVENT_DATA: { ID: string } }[] }> {
  return application.ok('event.offline.get', { clear: 0, ...more });
}
