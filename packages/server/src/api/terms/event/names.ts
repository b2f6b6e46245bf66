import { events } from '#api/events.generated.ts';
import type { EventDefinition } from '#api/kernel/definition/event.ts';
import { BASIC_SCOPE } from '#api/kernel/definition/registry.ts';
import type { PortalEvent } from '#domain/event.ts';

const byType = new Map<string, EventDefinition>(events.map((event) => [event.on, event]));
const byName = new Map(events.map((event) => [event.name, event]));

export function definitionOf(type: PortalEvent['type']): EventDefinition | undefined {
  return byType.get(type);
}

/** As the wire calls it. */
export function eventName(type: PortalEvent['type']): string {
  return byType.get(type)?.name ?? type;
}

/** Names are found in any case: pages write them as onAppInstall and OnAppInstall, too. */
export function eventNamed(name: string): EventDefinition | undefined {
  return byName.get(name.toUpperCase());
}

/** Events that come with one of these permissions, and those that need none. */
export function eventsWithin(scope: readonly string[]): EventDefinition[] {
  return events.filter((event) => event.scope === BASIC_SCOPE || scope.includes(event.scope));
}

/** Those that anybody may be told, outgoing webhooks too. */
export function openEventNames(): string[] {
  return events.filter(({ tells }) => tells === 'anybody').map(({ name }) => name);
}
