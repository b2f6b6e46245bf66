import { events } from '#api/events.generated.ts';
import type { EventDefinition, UserEventDefinition } from '#api/kernel/definition/event.ts';
import { indexEvents } from '#api/kernel/definition/event-index.ts';
import { BASIC_SCOPE } from '#api/kernel/definition/registry.ts';
import type { Generation } from '#domain/bot/bot.ts';
import type { PortalEvent } from '#domain/event.ts';

const index = indexEvents(events);

export function definitionOf(type: PortalEvent['type'], generation: Generation): EventDefinition | undefined {
  return index.of(type, generation);
}

/** The same for what is kept for a person. */
export function userDefinitionOf(type: PortalEvent['type']): UserEventDefinition | undefined {
  return index.ofPerson(type);
}

/** As the wire calls it where the hearer is of that generation. */
export function eventName(type: PortalEvent['type'], generation: Generation = 'v1'): string {
  return index.of(type, generation)?.name ?? index.ofPerson(type)?.name ?? type;
}

/** Events that can be asked for: those of generation 2 go where each bot wants them, and nowhere else. */
export const boundEvents: readonly EventDefinition[] = events.filter(({ generation }) => generation === 'v1');

export function eventNamed(name: string): EventDefinition | undefined {
  const event = index.named(name);
  return event?.generation === 'v1' ? event : undefined;
}

/** Events that come with one of these permissions. */
export function eventsOf(...scope: readonly string[]): EventDefinition[] {
  return boundEvents.filter((event) => [event.scope].flat().some((one) => scope.includes(one)));
}

/** The same with those that need none. */
export function eventsWithin(scope: readonly string[]): EventDefinition[] {
  return eventsOf(BASIC_SCOPE, ...scope);
}

/** Those that anybody may be told, outgoing webhooks too. */
export function publicEventNames(): string[] {
  return events.filter(({ tells }) => tells === 'anybody').map(({ name }) => name);
}
