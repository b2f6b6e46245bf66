import type { Generation } from '#domain/bot/bot.ts';
import type { PortalEvent } from '#domain/event.ts';
import type { EventDefinition, UserEventDefinition } from './event.ts';

/** Every event there is, found by what happened and by the generation of whoever hears of it. */
export interface EventIndex {
  of(type: PortalEvent['type'], generation: Generation): EventDefinition | undefined;
  /** The one that a person is told of it. */
  ofPerson(type: PortalEvent['type']): UserEventDefinition | undefined;
  /** In any case: pages write them as onAppInstall and OnAppInstall, too. */
  named(name: string): EventDefinition | undefined;
}

/** @throws when two tell the same generation of the same happening, or have the same name: one would never be sent. */
export function indexEvents(events: readonly EventDefinition[]): EventIndex {
  const ofOthers = events.filter(({ tells }) => tells !== 'person');
  const ofPeople = events.filter((event) => event.tells === 'person');
  const byHappening = uniquely(ofOthers, ({ on, generation }) => keyOf(on, generation));
  const toPeople = uniquely(ofPeople, ({ on }) => on);
  const byName = uniquely(events, ({ name }) => name);
  return {
    of: (type, generation) => byHappening.get(keyOf(type, generation)),
    ofPerson: (type) => toPeople.get(type),
    named: (name) => byName.get(name.toUpperCase()),
  };
}

function keyOf(type: PortalEvent['type'], generation: Generation): string {
  return `${type} of ${generation}`;
}

function uniquely<E extends EventDefinition>(events: readonly E[], key: (event: E) => string): Map<string, E> {
  const found = new Map<string, E>();
  for (const event of events) {
    const first = found.get(key(event));
    if (first) throw new Error(`${first.name} and ${event.name} are both the event ${key(event)}`);
    found.set(key(event), event);
  }
  return found;
}
