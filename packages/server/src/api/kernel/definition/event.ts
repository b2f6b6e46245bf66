import type { z } from 'zod';
import type { Application } from '#domain/application/application.ts';
import type { Bot, Generation } from '#domain/bot/bot.ts';
import type { ApplicationEvent, BotEvent, OpenEvent, PortalEvent } from '#domain/event.ts';
import type { Portal } from '#domain/portal.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Frozen } from './answer.ts';

/** All that the body of an event that anybody may hear is made from. */
export interface OpenEventScene<T extends PortalEvent['type']> {
  readonly work: Reading;
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

/** What stands in an event: tests hold it to its definition. */
export type EventWatcher = (definition: EventDefinition, data: unknown) => void;

type Data = Promise<Readonly<Record<string, unknown>> | undefined>;

interface Documented<T extends PortalEvent['type'], Scene> {
  readonly name: string;
  readonly page: string;
  /** Which permission it takes to hear of it. */
  readonly scope: string;
  /** Which happening it tells of; of one and the same each generation has an event of its own. */
  readonly on: T;
  readonly grants: EventGrant;
  /** What stands in its `data`. */
  readonly payload: z.ZodType;
  /** That, of this happening; undefined: what it tells of is gone, there is nothing to send any more. */
  data(scene: Scene): Data;
}

/** A documented event of a bot. */
export interface BotEventDefinition extends Documented<BotEvent['type'], BotEventScene<BotEvent['type']>> {
  readonly tells: 'bot';
  readonly generation: Generation;
}

/** A documented event of an application. */
export interface ApplicationEventDefinition
  extends Documented<ApplicationEvent['type'], EventScene<ApplicationEvent['type']>> {
  readonly tells: 'application';
  readonly generation: 'v1';
}

/** A documented event of the portal, which outgoing webhooks can be told, too. */
export interface OpenEventDefinition extends Documented<OpenEvent['type'], OpenEventScene<OpenEvent['type']>> {
  readonly tells: 'anybody';
  readonly generation: 'v1';
}

export type EventDefinition = BotEventDefinition | ApplicationEventDefinition | OpenEventDefinition;

/** A definition as it is written: what it tells is what its payload says. */
type Draft<T extends PortalEvent['type'], Scene, S extends z.ZodType> = Omit<Documented<T, Scene>, 'data'> & {
  readonly payload: S;
  data(scene: Scene): Promise<Frozen<z.infer<S>> | undefined>;
};

// A scene is only ever built for the happening that a definition names.

/** For bots of the first generation, unless it says otherwise. */
export function defineEvent<T extends BotEvent['type'], S extends z.ZodType>(
  definition: Draft<T, BotEventScene<T>, S> & { readonly generation?: Generation },
): BotEventDefinition {
  return { tells: 'bot', generation: 'v1', ...definition } as unknown as BotEventDefinition;
}

export function defineApplicationEvent<T extends ApplicationEvent['type'], S extends z.ZodType>(
  definition: Draft<T, EventScene<T>, S>,
): ApplicationEventDefinition {
  return { tells: 'application', generation: 'v1', ...definition } as unknown as ApplicationEventDefinition;
}

export function defineOpenEvent<S extends z.ZodType>(
  definition: Draft<OpenEvent['type'], OpenEventScene<OpenEvent['type']>, S>,
): OpenEventDefinition {
  return { tells: 'anybody', generation: 'v1', ...definition } as unknown as OpenEventDefinition;
}
