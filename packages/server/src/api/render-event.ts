import type { Handler } from '../domain/application/application.ts';
import type { BotEvent } from '../domain/event.ts';
import { buildPhpQuery } from '../kit/php-query/build.ts';
import type { UnitOfWork } from '../storage/unit-of-work.ts';
import { events } from './events.generated.ts';
import { presentEventAuth } from './present/v1/event-auth.ts';

/** An event as it goes out: to where, and the whole body. */
export interface RenderedEvent {
  readonly name: string;
  readonly url: string;
  /** application/x-www-form-urlencoded with PHP brackets, all scalars as text. */
  readonly body: string;
  readonly contentType: string;
  /** What its signature is made with. */
  readonly secret: string;
}

const definitionOf = new Map(events.map((event) => [event.on, event]));

/**
 * Makes the body of an event, at the moment it is sent: what is secret or may have changed since (names, addresses)
 * is looked up now. undefined: nobody is there any more to hear of it.
 */
export async function renderEvent(
  work: UnitOfWork,
  botId: number,
  event: BotEvent,
  origin: string,
): Promise<RenderedEvent | undefined> {
  // Of what was on its way to a deleted bot, only the news of its end still goes out (R15).
  const bot = await (event.type === 'botDeleted' ? work.bots.findBotEver(botId) : work.bots.findBot(botId));
  const application = bot && (await work.applications.findApplication(bot.applicationId));
  const portal = bot && (await work.portals.findPortal(bot.portalId));
  const handler = bot && (await handlerOf(work, bot.applicationId, event));
  const definition = definitionOf.get(event.type);
  if (!application || !portal || !handler || !definition) return undefined;
  const data = await definition.data({ work, event, bot, application, portal, origin });
  if (!data) return undefined;
  const body = buildPhpQuery({
    event: definition.name,
    event_handler_id: handler.id,
    data,
    ts: Math.floor(work.now / 1000),
    auth: presentEventAuth({ application, portal, origin }, event.userId),
  });
  return {
    name: definition.name,
    url: handler.url,
    body,
    contentType: 'application/x-www-form-urlencoded',
    secret: application.applicationToken,
  };
}

async function handlerOf(work: UnitOfWork, applicationId: number, event: BotEvent): Promise<Handler | undefined> {
  if (event.type !== 'commandInvoked') return work.handlers.findBound(applicationId, event.type);
  const command = await work.commands.findCommand(event.commandId);
  return command && work.handlers.findHandler(command.handlerId);
}
