import type { Application } from '#domain/application/application.ts';
import type { Bot } from '#domain/bot/bot.ts';
import type { ApplicationEvent, BotEvent, OpenEvent, PortalEvent } from '#domain/event.ts';
import type { Portal } from '#domain/portal.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** All that the body of an event that anybody may hear is made from. */
export interface OpenEventScene<T extends PortalEvent['type']> {
  readonly work: UnitOfWork;
  readonly event: Extract<PortalEvent, { type: T }>;
  readonly portal: Portal;
  /** Where the portal can be called from the handler (R24), without a slash at the end. */
  readonly origin: string;
}

/** The same for what one application is told. */
export interface EventScene<T extends PortalEvent['type']> extends OpenEventScene<T> {
  readonly application: Application;
}

export interface BotEventScene<T extends BotEvent['type']> extends EventScene<T> {
  readonly bot: Bot;
}

/** What the application may do with what stands in `auth`: nothing, call for an hour, or call from then on. */
export type EventGrant = 'nothing' | 'access' | 'refresh';

type Data = Promise<Readonly<Record<string, unknown>> | undefined>;

interface Documented<T extends PortalEvent['type'], Scene> {
  readonly name: string;
  readonly page: string;
  /** Which permission it takes to hear of it. */
  readonly scope: string;
  /** Which happening it tells of. */
  readonly on: T;
  readonly grants: EventGrant;
  /** What stands in its `data`; undefined: what it tells of is gone, there is nothing to send any more. */
  data(scene: Scene): Data;
}

/** A documented event of a bot. */
export interface BotEventDefinition extends Documented<BotEvent['type'], BotEventScene<BotEvent['type']>> {
  readonly tells: 'bot';
}

/** A documented event of an application. */
export interface ApplicationEventDefinition
  extends Documented<ApplicationEvent['type'], EventScene<ApplicationEvent['type']>> {
  readonly tells: 'application';
}

/** A documented event of the portal, which outgoing webhooks can be told, too. */
export interface OpenEventDefinition extends Documented<OpenEvent['type'], OpenEventScene<OpenEvent['type']>> {
  readonly tells: 'anybody';
}

export type EventDefinition = BotEventDefinition | ApplicationEventDefinition | OpenEventDefinition;

// A scene is only ever built for the happening that a definition names.

export function defineEvent<T extends BotEvent['type']>(
  definition: Documented<T, BotEventScene<T>>,
): BotEventDefinition {
  return { tells: 'bot', ...(definition as unknown as Documented<BotEvent['type'], BotEventScene<BotEvent['type']>>) };
}

export function defineApplicationEvent<T extends ApplicationEvent['type']>(
  definition: Documented<T, EventScene<T>>,
): ApplicationEventDefinition {
  return { tells: 'application', ...definition } as unknown as ApplicationEventDefinition;
}

export function defineOpenEvent(
  definition: Documented<OpenEvent['type'], OpenEventScene<OpenEvent['type']>>,
): OpenEventDefinition {
  return { tells: 'anybody', ...definition };
}
