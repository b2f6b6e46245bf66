import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { findOwnApplication } from '../application/access-application.ts';
import type { Caller } from '../caller.ts';
import type { Bot } from './bot.ts';

export type BotRefusal = 'bot_not_found' | 'bot_of_another_app';

/** A bot of the caller's own application; without an id, the first one that it registered (R12). */
export async function accessBot(
  work: Reading,
  caller: Caller,
  id: number | undefined,
): Promise<Outcome<Bot, BotRefusal>> {
  const application = await findOwnApplication(work, caller);
  if (id === undefined) {
    const [first] = application ? await work.bots.listOfApplication(application.id) : [];
    return first ? done(first) : refused('bot_not_found');
  }
  const bot = await work.bots.findBot(id);
  if (bot?.portalId !== caller.portal.id) return refused('bot_not_found');
  return bot.applicationId === application?.id ? done(bot) : refused('bot_of_another_app');
}

/** A bot as the author of what it does. */
export async function userOf(work: Reading, bot: Bot) {
  const user = await work.users.findUser(bot.id);
  if (!user) throw new Error(`Bot ${bot.id} has no user`);
  return user;
}
