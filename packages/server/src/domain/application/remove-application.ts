import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { unregisterBot } from '../bot/unregister-bot.ts';
import { leaveBehind } from '../leftover/leave-behind.ts';
import { unsubscribeAll } from '../subscription/unsubscribe.ts';
import type { User } from '../user/user.ts';
import type { Application } from './application.ts';
import { lockApplication } from './lock-application.ts';
import { notifyApplication } from './notify-application.ts';

/**
 * Takes an application out of the portal: its bots go with their commands (R15), and its tokens are worth nothing from
 * now on. The row stays, so that what it is told of its end can still be sent and signed.
 */
export async function removeApplication(work: UnitOfWork, known: Application, actor: User): Promise<void> {
  const application = await lockApplication(work, known);
  if (application.isRemoved) return;
  await notifyApplication(work, application, { type: 'applicationRemoved', userId: actor.id, isClean: true });
  for (const bot of await work.bots.listOfApplication(application.id)) await unregisterBot(work, bot, actor);
  await unsubscribeAll(work, application);
  await work.applications.updateRemoved(application.id, work.now);
  await leaveBehind(work, application.portalId, 'application', application.id);
}
