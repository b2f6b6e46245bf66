import type { Reading } from '#storage/unit-of-work.ts';
import { findOwnApplication } from '../application/access-application.ts';
import type { Caller } from '../caller.ts';
import type { User } from '../user/user.ts';
import type { Bot } from './bot.ts';

export interface ListedBot {
  readonly bot: Bot;
  readonly user: User;
}

/** The bots of a portal that are not hidden, whoever registered them (R13), in the order of their registration. */
export async function listBots(work: Reading, portalId: number): Promise<ListedBot[]> {
  const bots = await work.bots.listVisible(portalId);
  const users = new Map((await work.users.findUsers(bots.map((bot) => bot.id))).map((user) => [user.id, user]));
  return bots.flatMap((bot) => {
    const user = users.get(bot.id);
    return user ? [{ bot, user }] : [];
  });
}

/** Those of the caller's own application, hidden ones too, in the order of their registration. */
export async function listOwnBots(work: Reading, caller: Caller): Promise<readonly Bot[]> {
  const application = await findOwnApplication(work, caller);
  return application ? work.bots.listOfApplication(application.id) : [];
}
