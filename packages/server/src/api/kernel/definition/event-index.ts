import type { Generation } from '#domain/bot/bot.ts';
import type { PortalEvent } from '#domain/event.ts';
import type { EventDefinition } from './event.ts';

/** Every event there is, found by what happened and by the generation of whoever hears of it. */
export interface EventIndex {
  of(type: PortalEvent['type'], generation: Generation): EventDefinition | undefined;
  /** In any case: pages write them as onAppInstall and OnAppInstall, too. */
  named(name: string): EventDefinition | undefined;
}

/** @throws when two tell the same generation of the same happening, or have the same name: one would never be sent. */
export function indexEvents(events: readonly EventDefinition[]): EventIndex {
  const byHappening = uniquely(events, ({ on, generation }) => keyOf(on, generation));
  const byName = uniquely(events, ({ name }) => name);
  return {
    of: (type, generation) => byHappening.get(keyOf(type, generation)),
    named: (name) => byName.get(name.toUpperCase()),
  };
}

function keyOf(type: PortalEvent['type'], generation: Generation): string {
  return `${type} of ${generation}`;
}

function uniquely(events: readonly EventDefinition[], key: (event: EventDefinition) => string) {
  const found = new Map<string, EventDefinition>();
  for (const event of events) {
    const first = found.get(key(event));
    if (first) throw new Error(`${first.name} and ${event.name} are both the event ${key(event)}`);
    found.set(key(event), event);
  }
  return found;
}
