import { handlerOf } from '#domain/application/bind-handlers.ts';
import type { Bot } from '#domain/bot/bot.ts';
import type { BotEvent } from '#domain/event.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { definitionOf } from '../terms/event/names.ts';
import type { SubscribedEvent } from './for-subscriber.ts';

const GONE = 'what it tells of is gone';

/** Why {@link renderEvent} made nothing of an event, in words: what has to be done before something is sent. */
export async function whyNobody(work: Reading, recorded: SubscribedEvent): Promise<string> {
  const receiver = await work.receivers.findReceiver(recorded.receiverId);
  if (!receiver) return 'its receiver is gone';
  if (receiver.kind === 'webhook')
    return (await work.outgoingWebhooks.findWebhook(receiver.ref)) ? GONE : 'the outgoing webhook was removed';
  const bot = receiver.kind === 'bot' ? await work.bots.findBot(receiver.ref) : undefined;
  if (receiver.kind === 'bot' && !bot) return 'the bot was unregistered';
  const application = await work.applications.findApplication(bot?.applicationId ?? receiver.ref);
  if (!application || application.isRemoved) return 'its application was removed';
  if (!application.isInstalled) return 'its application is not installed yet, and is told nothing before';
  if (bot && !definitionOf(recorded.event.type, bot.generation))
    return `bots of generation ${bot.generation.slice(1)} are not told of it`;
  if (bot) return (await hasAddress(work, bot, recorded.event as BotEvent)) ? GONE : 'the bot has no handler for it';
  const { subscriptionId } = recorded;
  return subscriptionId === null || (await work.subscriptions.findSubscription(subscriptionId))
    ? GONE
    : 'the application does not ask for it any more';
}

async function hasAddress(work: Reading, bot: Bot, event: BotEvent): Promise<boolean> {
  if (bot.generation === 'v2') return bot.webhookUrl !== '';
  return (await handlerOf(work, bot.applicationId, event)) !== undefined;
}
