import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { findOwnApplication } from '../application/access-application.ts';
import type { Caller } from '../caller.ts';
import type { BotRefusal } from './access-bot.ts';
import type { Bot } from './bot.ts';
import { KEPT_FOR } from './expire-unfetched-events.ts';

/**
 * A bot of the caller's own application, as the one whose events are fetched. One that was unregistered is there for as
 * long as its last event is kept: it has to learn of its end, and whoever confirms that is told that it is confirmed,
 * however often they have to say so (V59).
 */
export async function accessFetching(work: Reading, caller: Caller, id: number): Promise<Outcome<Bot, BotRefusal>> {
  const bot = await work.bots.findBotEver(id);
  if (bot?.portalId !== caller.portal.id) return refused('bot_not_found');
  if (!(await work.bots.findBot(id)) && !(await learnsOfItsEnd(work, bot))) return refused('bot_not_found');
  const application = await findOwnApplication(work, caller);
  return bot.applicationId === application?.id ? done(bot) : refused('bot_of_another_app');
}

async function learnsOfItsEnd(work: Reading, { id, eventMode }: Bot): Promise<boolean> {
  const endedAt = eventMode === 'fetch' ? await work.bots.findEnd(id) : undefined;
  return endedAt !== undefined && work.now - endedAt < KEPT_FOR;
}
