import type { Application, HandledEvent } from '../../domain/application/application.ts';
import type { Bot } from '../../domain/bot/bot.ts';
import type { BotEvent } from '../../domain/event.ts';
import type { Portal } from '../../domain/portal.ts';
import type { UnitOfWork } from '../../storage/unit-of-work.ts';

/** All that the body of an event is made from. */
export interface EventScene<T extends BotEvent['type']> {
  readonly work: UnitOfWork;
  readonly event: Extract<BotEvent, { type: T }>;
  readonly bot: Bot;
  readonly application: Application;
  readonly portal: Portal;
  /** Where the portal can be called from the handler (R24), without a slash at the end. */
  readonly origin: string;
}

/** A documented event of a bot: which happening it tells of, and what stands in its `data`. */
export interface EventDefinition {
  readonly name: string;
  readonly page: string;
  readonly on: HandledEvent;
  /** undefined: what it tells of is gone, there is nothing to send any more. */
  data(scene: EventScene<BotEvent['type']>): Promise<Readonly<Record<string, unknown>> | undefined>;
}

export function defineEvent<T extends BotEvent['type'] & HandledEvent>(definition: {
  readonly name: string;
  readonly page: string;
  readonly on: T;
  data(scene: EventScene<T>): Promise<Readonly<Record<string, unknown>> | undefined>;
}): EventDefinition {
  // A scene is only ever built for the happening that the definition names.
  return definition as unknown as EventDefinition;
}
