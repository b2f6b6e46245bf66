import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { handlerOf } from '../application/bind-handlers.ts';
import type { BotEvent } from '../event.ts';
import type { Bot } from './bot.ts';
import { forgetHandlers } from './unregister-bot.ts';

/** How a bot is to hear of events; what is left out stays. */
export interface NewWay {
  readonly eventMode?: Bot['eventMode'] | undefined;
  readonly webhookUrl?: string | undefined;
}

/** Events that are moved in one unit: everybody else's writes wait for so long. */
const STEP = 500;

/**
 * From now on a bot hears of events in another way. One of generation 1 is taken over by that: what it was to hear until
 * then goes where it was to go, in the form of before (V11). What waits is moved first, while new events come the old way
 * still, so that none is passed by a later one (V38). goes on: there is more to move.
 */
export async function redirectBot(
  work: UnitOfWork,
  bot: Bot,
  way: NewWay,
): Promise<Outcome<'done' | 'goes on', 'no_address'>> {
  if (way.eventMode === undefined && way.webhookUrl === undefined) return done('done');
  const isTakenOver = bot.generation === 'v1';
  const webhookUrl = way.webhookUrl ?? bot.webhookUrl;
  const eventMode = way.eventMode ?? (isTakenOver ? 'webhook' : bot.eventMode);
  if (eventMode === 'webhook' && webhookUrl === '') return refused('no_address');
  const moved = isTakenOver ? await leaveEarlier(work, bot) : await moveWaiting(work, bot, eventMode);
  if (moved === STEP) return done('goes on');
  await work.bots.updateWay(bot.id, { eventMode, webhookUrl });
  if (isTakenOver) await forgetHandlers(work, bot.applicationId);
  work.announce({ type: 'receiverSwitched', portalId: bot.portalId, receiverId: bot.receiverId });
  return done('done');
}

/** Until it is fetched, or sent, an event of a bot lies with its others. Answers how many were moved. */
async function moveWaiting(work: UnitOfWork, bot: Bot, eventMode: Bot['eventMode']): Promise<number> {
  if (eventMode === bot.eventMode) return 0;
  return eventMode === 'fetch' ? letFetch(work, bot.receiverId, STEP) : work.events.updateToSend(bot.receiverId, STEP);
}

/**
 * What was to be sent to a receiver waits until it is fetched, at most `most` at once; answers how many were moved. Whoever
 * reads the events of a person by the same offset may have gone past the numbers that some had before: they would be
 * confirmed unseen (V33).
 */
export async function letFetch(work: UnitOfWork, receiverId: number, most: number): Promise<number> {
  const isReadAlone = (await work.userQueues.listReceivers()).length === 0;
  return work.events.updateToFetch(receiverId, most, work.now, isReadAlone);
}

async function leaveEarlier(work: UnitOfWork, bot: Bot): Promise<number> {
  const waiting = await work.events.listWithoutVariant(bot.receiverId, STEP);
  for (const { id, event } of waiting) {
    const handler = await handlerOf(work, bot.applicationId, event as BotEvent);
    await work.events.updateEarlier(id, { url: handler?.url ?? '', handlerId: handler?.id ?? 0 });
  }
  return waiting.length;
}
