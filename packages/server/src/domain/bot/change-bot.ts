import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { type BotHandlers, bindHandlers } from '../application/bind-handlers.ts';
import { keepImage } from '../image.ts';
import { isEmailTaken } from '../user/email-taken.ts';
import { userOf } from './access-bot.ts';
import type { Bot } from './bot.ts';
import { type BotProfile, CODE_TAKEN, EMAIL_TAKEN } from './register-bot.ts';

/** Changes of a bot: what is left out stays, a picture of null is removed. */
export interface BotChange {
  readonly code?: string;
  readonly handlers: BotHandlers;
  readonly profile: Partial<BotProfile>;
}

export type ChangeRefusal = 'nameless' | 'code_taken' | 'email_taken';

/** Binds every handler that is given, those of changed and deleted messages too, whatever the bot's type (R18). */
export async function changeBot(
  work: UnitOfWork,
  bot: Bot,
  { code = bot.code, handlers, profile }: BotChange,
): Promise<Outcome<true, ChangeRefusal>> {
  await work.applications.lockApplication(bot.applicationId);
  const { photo: _, ...words } = profile;
  const user = { ...(await userOf(work, bot)), ...words };
  if (user.name === '' && user.lastName === '') return refused('nameless');
  const namesake = await work.bots.findByCode(bot.portalId, code);
  if (namesake && namesake.id !== bot.id) return refused('code_taken', CODE_TAKEN);
  if (await isEmailTaken(work, bot.portalId, user.email)) return refused('email_taken', EMAIL_TAKEN);

  await work.bots.updateCode(bot.id, code);
  await changeProfile(work, bot, profile);
  await bindHandlers(work, bot.applicationId, handlers);
  // The others of the application hear at the same handlers.
  for (const { portalId, receiverId } of await work.bots.listOfApplication(bot.applicationId))
    work.announce({ type: 'receiverSetUp', portalId, receiverId });
  return done(true);
}

/** What is left out stays, a picture of null is removed. Checks nothing: the actions that call this do. */
export async function changeProfile(
  work: UnitOfWork,
  bot: Bot,
  { photo, ...words }: Partial<BotProfile>,
): Promise<void> {
  const user = { ...(await userOf(work, bot)), ...words };
  await work.users.updateUser(
    photo === undefined ? user : { ...user, photo: photo ? await keepImage(work, bot.portalId, photo) : '' },
    work.now,
  );
}
