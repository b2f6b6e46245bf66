import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { HandledEvent } from '../application/application.ts';
import { leaveBehind } from '../leftover/leave-behind.ts';
import { recordEvent } from '../record-event.ts';
import { NO_CHAT } from '../subscription/enqueue.ts';
import type { User } from '../user/user.ts';
import { userOf } from './access-bot.ts';
import type { Bot } from './bot.ts';

/** All but the one that tells of the end itself. */
const LIVING: readonly HandledEvent[] = ['messageAdded', 'messageChanged', 'messageDeleted', 'botJoinedChat'];

/**
 * Takes a bot out of the portal (R15): its private chats and commands go, it leaves its groups, where what it wrote stays
 * under its name, and what it was to be told yet is dropped, but for the one event that tells of this. All of it is seen
 * no more from now on; where there is much of it, the rows go in steps.
 */
export async function unregisterBot(work: UnitOfWork, bot: Bot, actor: User): Promise<Outcome<true>> {
  await work.applications.lockApplication(bot.applicationId);
  // Whoever held the application until now may have done the same: a bot is told of its end once.
  if (!(await work.bots.findBot(bot.id))) return done(true);
  const user = await userOf(work, bot);
  await work.bots.updateDeleted(bot.id, work.now);
  await work.users.updateUser({ ...user, isActive: false }, work.now);
  await forgetHandlers(work, bot.applicationId);
  await recordEvent(work, bot, NO_CHAT, { type: 'botDeleted', userId: actor.id, code: bot.code });
  await leaveBehind(work, bot.portalId, 'bot', bot.id);
  return done(true);
}

/** The addresses are the application's: without a bot of generation 1 they would speak for the next one, which may have named others. */
export async function forgetHandlers(work: UnitOfWork, applicationId: number): Promise<void> {
  if ((await work.bots.listOfApplication(applicationId)).some(({ generation }) => generation === 'v1')) return;
  for (const event of LIVING) await work.handlers.deleteBound(applicationId, event);
}
