import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from './application/application.ts';
import { handlerOf } from './application/bind-handlers.ts';
import type { Bot } from './bot/bot.ts';
import type { ApplicationEvent, BotEvent, PublicEvent } from './event.ts';
import { enqueue, enqueueForFetch, NO_CHAT } from './subscription/enqueue.ts';
import { notifySubscribers } from './subscription/notify-subscribers.ts';

/**
 * Puts an event into the bot's outbox, in the transaction of what caused it. Its application may have subscribed to it at
 * other addresses, too; the bot's own address gets it once.
 */
export async function recordEvent(work: UnitOfWork, bot: Bot, lane: number, event: BotEvent): Promise<void> {
  if (bot.generation === 'v1' && isOfSecondGeneration(event)) return;
  if (bot.eventMode === 'fetch') await enqueueForFetch(work, bot, lane, event);
  else await enqueue(work, bot, lane, event);
  // Subscriptions of an application are in the format of generation 1.
  if (bot.generation !== 'v1') return;
  const subscriptions = await work.subscriptions.listOfApplicationTo(bot.applicationId, event.type);
  if (subscriptions.length === 0) return;
  const own = await handlerOf(work, bot.applicationId, event);
  const others = subscriptions.filter(({ isOffline, address }) => isOffline || address !== own?.url);
  await notifySubscribers(work, bot.portalId, others, lane, { ...event, botId: bot.id });
}

/** What bots of generation 1 are not told. */
function isOfSecondGeneration({ type }: BotEvent): boolean {
  return type === 'reactionChanged' || type === 'contextGiven';
}

/**
 * Puts an event into the outbox of the application, once for each of its subscriptions. `address` gets it without one: an
 * application is told there of its own installation, before it could subscribe to anything.
 */
export async function recordApplicationEvent(
  work: UnitOfWork,
  application: Application,
  event: ApplicationEvent,
  address?: string,
): Promise<void> {
  const { id: ref, portalId } = application;
  const subscriptions = await work.subscriptions.listOfApplicationTo(ref, event.type);
  await notifySubscribers(work, portalId, subscriptions, NO_CHAT, event);
  if (!address || subscriptions.some((one) => !one.isOffline && one.address === address)) return;
  const receiver = await work.receivers.insertReceiver({ portalId, kind: 'application', ref, address });
  await enqueue(work, { portalId, receiverId: receiver.id }, NO_CHAT, event);
}

/** Puts an event into the outbox of every subscriber in the portal, outgoing webhooks too. */
export async function recordPublicEvent(work: UnitOfWork, portalId: number, event: PublicEvent): Promise<void> {
  const subscriptions = await work.subscriptions.listInPortalTo(portalId, event.type);
  await notifySubscribers(work, portalId, subscriptions, NO_CHAT, event);
}
