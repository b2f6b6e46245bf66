import type { z } from 'zod';
import type { Application } from '#domain/application/application.ts';
import type { Bot, Generation } from '#domain/bot/bot.ts';
import type { ApplicationEvent, BotEvent, PortalEvent, PublicEvent, UserEvent } from '#domain/event.ts';
import type { Portal } from '#domain/portal.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Frozen } from './answer.ts';

/** All that the body of an event that anybody may hear is made from. */
export interface PublicEventContext<T extends PortalEvent['type']> {
  readonly work: Reading;
  readonly event: Extract<PortalEvent, { type: T }>;
  readonly portal: Portal;
  /** Where the portal can be called from the handler (R24), without a slash at the end. */
  readonly origin: string;
  /** undefined: an outgoing webhook hears of it. */
  readonly application?: Application;
}

/** The same for what one application is told. */
export interface EventContext<T extends PortalEvent['type']> extends PublicEventContext<T> {
  readonly application: Application;
}

export interface BotEventContext<T extends BotEvent['type']> extends EventContext<T> {
  readonly bot: Bot;
  /** The bot fetches it: it is told all of itself, and nothing to call with. */
  readonly isFetched: boolean;
  /** What events that are told together share. */
  readonly made?: Map<string, unknown>;
}

/** The same for what is kept for a person. */
export interface UserEventContext<T extends UserEvent['type']> extends Omit<PublicEventContext<T>, 'application'> {
  readonly person: User;
  /** What events that are told together share. */
  readonly made?: Map<string, unknown>;
}

/** What the application may do with what stands in `auth`: nothing, call for an hour, or call from then on. */
export type EventGrant = 'nothing' | 'access' | 'refresh';

/** What stands in an event: tests hold it to its definition. */
export type EventWatcher = (definition: EventDefinition, data: unknown) => void;

type Data = Promise<Readonly<Record<string, unknown>> | undefined>;

interface Documented<T extends PortalEvent['type'], Context> {
  readonly name: string;
  readonly page: string;
  /** Which permission it takes to hear of it; any one of several is enough. */
  readonly scope: string | readonly string[];
  /** Which happening it tells of; of one and the same each generation has an event of its own. */
  readonly on: T;
  readonly grants: EventGrant;
  /** What stands in its `data`. */
  readonly payload: z.ZodType;
  /** That, of this happening; undefined: what it tells of is gone, there is nothing to send any more. */
  data(context: Context): Data;
}

/** A documented event of a bot. */
export interface BotEventDefinition extends Documented<BotEvent['type'], BotEventContext<BotEvent['type']>> {
  readonly tells: 'bot';
  readonly generation: Generation;
}

/** A documented event of an application. */
export interface ApplicationEventDefinition
  extends Documented<ApplicationEvent['type'], EventContext<ApplicationEvent['type']>> {
  readonly tells: 'application';
  readonly generation: 'v1';
}

/** A documented event of the portal, which outgoing webhooks can be told, too. */
export interface PublicEventDefinition
  extends Documented<PublicEvent['type'], PublicEventContext<PublicEvent['type']>> {
  readonly tells: 'anybody';
  readonly generation: 'v1';
}

/** A documented event of a person, which programs that act for them fetch. */
export interface UserEventDefinition extends Documented<UserEvent['type'], UserEventContext<UserEvent['type']>> {
  readonly tells: 'person';
  readonly generation: Generation;
}

export type EventDefinition =
  | UserEventDefinition
  | BotEventDefinition
  | ApplicationEventDefinition
  | PublicEventDefinition;

/** A definition as it is written: what it tells is what its payload says. */
type Draft<T extends PortalEvent['type'], Context, S extends z.ZodType> = Omit<Documented<T, Context>, 'data'> & {
  readonly payload: S;
  data(context: Context): Promise<Frozen<z.infer<S>> | undefined>;
};

// A context is only ever built for the happening that a definition names.

/** For bots of the first generation, unless it says otherwise. */
export function defineEvent<T extends BotEvent['type'], S extends z.ZodType>(
  definition: Draft<T, BotEventContext<T>, S> & { readonly generation?: Generation },
): BotEventDefinition {
  return { tells: 'bot', generation: 'v1', ...definition } as unknown as BotEventDefinition;
}

export function defineUserEvent<T extends UserEvent['type'], S extends z.ZodType>(
  definition: Omit<Draft<T, UserEventContext<T>, S>, 'scope' | 'grants'>,
): UserEventDefinition {
  const common = { tells: 'person', generation: 'v2', scope: 'im', grants: 'nothing' };
  return { ...common, ...definition } as unknown as UserEventDefinition;
}

export function defineApplicationEvent<T extends ApplicationEvent['type'], S extends z.ZodType>(
  definition: Draft<T, EventContext<T>, S>,
): ApplicationEventDefinition {
  return { tells: 'application', generation: 'v1', ...definition } as unknown as ApplicationEventDefinition;
}

export function definePublicEvent<S extends z.ZodType>(
  definition: Draft<PublicEvent['type'], PublicEventContext<PublicEvent['type']>, S>,
): PublicEventDefinition {
  return { tells: 'anybody', generation: 'v1', ...definition } as unknown as PublicEventDefinition;
}
