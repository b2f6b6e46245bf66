import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from './application/application.ts';
import { handlerOf } from './application/bind-handlers.ts';
import type { Bot } from './bot/bot.ts';
import type { ApplicationEvent, BotEvent, OpenEvent } from './event.ts';
import { keep, NO_CHAT, tell } from './subscription/tell.ts';
import { tellSubscribers } from './subscription/tell-subscribers.ts';

/**
 * Puts an event into the bot's outbox, in the transaction of what caused it. Its application may have asked to hear of
 * it at other addresses, too; at the bot's own it is heard once.
 */
export async function recordEvent(work: UnitOfWork, bot: Bot, lane: number, event: BotEvent): Promise<void> {
  if (bot.eventMode === 'fetch') await keep(work, bot, lane, event);
  else await tell(work, bot, lane, event);
  // What an application asks to hear is told in the format of generation 1.
  if (bot.generation !== 'v1') return;
  const subscriptions = await work.subscriptions.listOfApplicationTo(bot.applicationId, event.type);
  if (subscriptions.length === 0) return;
  const own = await handlerOf(work, bot.applicationId, event);
  const others = subscriptions.filter(({ isOffline, address }) => isOffline || address !== own?.url);
  await tellSubscribers(work, bot.portalId, others, lane, { ...event, botId: bot.id });
}

/**
 * Puts an event into the outbox of the application, once for each time that it asked for it; at `address`, too, which
 * is where it is told of its own installation before it could ask for anything.
 */
export async function recordApplicationEvent(
  work: UnitOfWork,
  application: Application,
  event: ApplicationEvent,
  address?: string,
): Promise<void> {
  const { id: ref, portalId } = application;
  const subscriptions = await work.subscriptions.listOfApplicationTo(ref, event.type);
  await tellSubscribers(work, portalId, subscriptions, NO_CHAT, event);
  if (!address || subscriptions.some((one) => !one.isOffline && one.address === address)) return;
  const receiver = await work.receivers.insertReceiver({ portalId, kind: 'application', ref, address });
  await tell(work, { portalId, receiverId: receiver.id }, NO_CHAT, event);
}

/** Puts an event into the outbox of everybody in the portal who asked for it, outgoing webhooks too. */
export async function recordOpenEvent(work: UnitOfWork, portalId: number, event: OpenEvent): Promise<void> {
  const subscriptions = await work.subscriptions.listInPortalTo(portalId, event.type);
  await tellSubscribers(work, portalId, subscriptions, NO_CHAT, event);
}
