import { handlerOf } from '#domain/application/bind-handlers.ts';
import type { Bot } from '#domain/bot/bot.ts';
import type { BotEvent } from '#domain/event.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { BotEventDefinition } from '../kernel/definition/event.ts';
import { presentEventAuth, presentProof } from '../terms/event/auth.ts';
import { grantFor } from '../terms/event/grant.ts';
import { type Address, type RenderedEvent, rendered } from './rendered.ts';

/** Meanwhile its bot fetches its events: it is one of those. */
export const TO_BE_FETCHED: unique symbol = Symbol('to be fetched');

interface BotLetter {
  readonly receiverId: number;
  readonly event: BotEvent;
  readonly earlier: Address | undefined;
}

/** An event as the bot that it is for hears it: in the format of its generation, at its own address. */
export async function renderForBot(
  work: Reading,
  definition: BotEventDefinition,
  { receiverId, event, earlier }: BotLetter,
  origin: string,
): Promise<RenderedEvent | typeof TO_BE_FETCHED | undefined> {
  // Of what was on its way to a deleted bot, only the news of its end still goes out (R15).
  const bot = await (event.type === 'botDeleted'
    ? work.bots.findEverByReceiver(receiverId)
    : work.bots.findByReceiver(receiverId));
  const application = bot && (await work.applications.findApplication(bot.applicationId));
  const portal = bot && (await work.portals.findPortal(bot.portalId));
  if (bot?.eventMode === 'fetch' && !earlier) return TO_BE_FETCHED;
  const address = bot && (earlier ? earlierAddress(earlier) : await addressOf(work, bot, event));
  if (!application?.isInstalled || !portal || !address) return undefined;
  const data = await definition.data({ work, event, bot, application, portal, origin, isFetched: false });
  if (!data) return undefined;
  const { name } = definition;
  const from = { application, portal, origin };
  const secret = application.applicationToken;
  const auth =
    definition.generation === 'v2'
      ? presentProof(from)
      : presentEventAuth(from, event.userId, await grantFor(work, application, event.userId, definition));
  return rendered({ name, ...address, data, auth, secret, now: work.now });
}

/** A bot of generation 2 has an address, those of generation 1 share the handlers of their application. */
async function addressOf(work: Reading, bot: Bot, event: BotEvent) {
  if (bot.generation === 'v2') return bot.webhookUrl ? { url: bot.webhookUrl, handlerId: undefined } : undefined;
  const handler = await handlerOf(work, bot.applicationId, event);
  return handler?.url ? { url: handler.url, handlerId: handler.id } : undefined;
}

function earlierAddress({ url, handlerId }: Address) {
  return url === '' ? undefined : { url, handlerId };
}
