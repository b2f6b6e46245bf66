import type { PortalEvent } from '#domain/event.ts';

/** Facts of an event as they stand in the database. */
export type Facts = Readonly<Record<string, unknown>>;

/** Makes of what one version of the program wrote about an event what the next version would have written. */
export type Upgrade = (type: string, facts: Facts) => Facts;

/**
 * An event may wait for days, and the program be replaced meanwhile: what yesterday's wrote is read by tomorrow's. The
 * first step leads from version 1 to 2, and so on; none is ever changed or taken out. Whoever changes what an event
 * consists of adds a step, and lines for the new version beside test/facts/v1.json.
 */
const UPGRADES: readonly Upgrade[] = [];

/** Beside the facts, where their version is not 1. Not `version`: an application has one, and is told of it. */
const VERSION = 'v';

/**
 * What is written down of an event. With its type, which has a column of its own, too: a copy without it takes
 * microseconds to make, and the message that causes the event waits for that.
 */
export function writeFacts(facts: object, upgrades = UPGRADES): string {
  return upgrades.length === 0 ? JSON.stringify(facts) : JSON.stringify({ ...facts, [VERSION]: upgrades.length + 1 });
}

/** The event, whichever version wrote its facts down. */
export function readFacts(type: string, text: string, upgrades = UPGRADES): PortalEvent {
  const written = JSON.parse(text) as Record<string, unknown>;
  const version = Number(written[VERSION] ?? 1);
  if (version > upgrades.length + 1)
    throw new Error(
      `An event ${type} was written by a newer Botyard (version ${version} of its facts). Start that one.`,
    );
  if (version > 1) delete written[VERSION];
  let facts: Facts = written;
  for (const upgrade of upgrades.slice(version - 1)) facts = upgrade(type, facts);
  return (facts['type'] === type ? facts : { type, ...facts }) as PortalEvent;
}
