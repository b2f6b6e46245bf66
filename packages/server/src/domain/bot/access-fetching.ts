import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { findOwnApplication } from '../application/access-application.ts';
import type { Caller } from '../caller.ts';
import type { BotRefusal } from './access-bot.ts';
import type { Bot } from './bot.ts';

/**
 * A bot of the caller's own application, as the one whose events are fetched. One that was unregistered is there as long
 * as it has something to fetch: it has to learn of its end (V59).
 */
export async function accessFetching(work: Reading, caller: Caller, id: number): Promise<Outcome<Bot, BotRefusal>> {
  const bot = await work.bots.findBotEver(id);
  if (bot?.portalId !== caller.portal.id) return refused('bot_not_found');
  const isThere = (await work.bots.findBot(id)) !== undefined || (await hasToFetch(work, bot));
  if (!isThere) return refused('bot_not_found');
  const application = await findOwnApplication(work, caller);
  return bot.applicationId === application?.id ? done(bot) : refused('bot_of_another_app');
}

async function hasToFetch(work: Reading, { eventMode, receiverId }: Bot): Promise<boolean> {
  if (eventMode !== 'fetch') return false;
  if ((await work.fetches.findUnnumbered(receiverId)) !== undefined) return true;
  return (await work.fetches.listNumbered(receiverId, 1)).length > 0;
}
