import { handlerOf } from '#domain/application/bind-handlers.ts';
import type { Bot } from '#domain/bot/bot.ts';
import type { BotEvent } from '#domain/event.ts';
import { because, type WordedCause } from '#domain/event-cause.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { definitionOf } from '../terms/event/names.ts';
import type { SubscribedEvent } from './for-subscriber.ts';

const GONE = because('subject-gone', 'what it tells of is gone');

/** Why {@link renderEvent} made nothing of an event, and in words: what has to be done before something is sent. */
export async function whyNobody(work: Reading, recorded: SubscribedEvent): Promise<WordedCause> {
  const receiver = await work.receivers.findReceiver(recorded.receiverId);
  if (!receiver) return because('receiver-gone', 'its receiver is gone');
  if (receiver.kind === 'webhook')
    return (await work.outgoingWebhooks.findWebhook(receiver.ref))
      ? GONE
      : because('webhook-removed', 'the outgoing webhook was removed');
  const bot = receiver.kind === 'bot' ? await work.bots.findBot(receiver.ref) : undefined;
  if (receiver.kind === 'bot' && !bot) return because('bot-unregistered', 'the bot was unregistered');
  const application = await work.applications.findApplication(bot?.applicationId ?? receiver.ref);
  if (!application || application.isRemoved) return because('application-removed', 'its application was removed');
  if (!application.isInstalled)
    return because('application-not-installed', 'its application is not installed yet, and is told nothing before');
  if (bot && !definitionOf(recorded.event.type, bot.generation)) return notTold(bot.generation.slice(1));
  if (bot)
    return (await hasAddress(work, bot, recorded.event as BotEvent))
      ? GONE
      : because('no-handler', 'the bot has no handler for it');
  const { subscriptionId } = recorded;
  return subscriptionId === null || (await work.subscriptions.findSubscription(subscriptionId))
    ? GONE
    : because('not-asked', 'the application does not ask for it any more');
}

function notTold(generation: string): WordedCause {
  return because('generation-not-told', `bots of generation ${generation} are not told of it`, { generation });
}

async function hasAddress(work: Reading, bot: Bot, event: BotEvent): Promise<boolean> {
  if (bot.generation === 'v2') return bot.webhookUrl !== '';
  return (await handlerOf(work, bot.applicationId, event)) !== undefined;
}
