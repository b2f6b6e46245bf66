import { handlerOf } from '#domain/application/bind-handlers.ts';
import type { BotEvent } from '#domain/event.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { BotEventDefinition } from '../kernel/definition/event.ts';
import { presentEventAuth } from '../terms/event/auth.ts';
import { grantFor } from './grant.ts';
import { type RenderedEvent, rendered } from './rendered.ts';

/** An event as the bot that it is for hears it. */
export async function renderForBot(
  work: Reading,
  definition: BotEventDefinition,
  receiverId: number,
  event: BotEvent,
  origin: string,
): Promise<RenderedEvent | undefined> {
  // Of what was on its way to a deleted bot, only the news of its end still goes out (R15).
  const bot = await (event.type === 'botDeleted'
    ? work.bots.findEverByReceiver(receiverId)
    : work.bots.findByReceiver(receiverId));
  const application = bot && (await work.applications.findApplication(bot.applicationId));
  const portal = bot && (await work.portals.findPortal(bot.portalId));
  const handler = bot && (await handlerOf(work, bot.applicationId, event));
  if (!application?.isInstalled || !portal || !handler) return undefined;
  const data = await definition.data({ work, event, bot, application, portal, origin });
  if (!data) return undefined;
  const grant = await grantFor(work, application, event.userId, definition);
  return rendered({
    name: definition.name,
    url: handler.url,
    handlerId: handler.id,
    data,
    auth: presentEventAuth({ application, portal, origin }, event.userId, grant),
    secret: application.applicationToken,
    now: work.now,
  });
}
