import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { unregisterBot } from '../bot/unregister-bot.ts';
import { leaveBehind } from '../leftover/leave-behind.ts';
import { unsubscribeAll } from '../subscription/unsubscribe.ts';
import type { User } from '../user/user.ts';
import type { Application } from './application.ts';
import { lockApplication } from './lock-application.ts';
import { notifyApplication } from './notify-application.ts';

/**
 * Removes an application with its bots and their commands (R15); its tokens are refused from now on. The row stays, so that
 * the event about the removal can still be sent and signed.
 */
export async function removeApplication(work: UnitOfWork, known: Application, actor: User): Promise<void> {
  const application = await lockApplication(work, known);
  if (application.isRemoved) return;
  await notifyApplication(work, application, { type: 'applicationRemoved', userId: actor.id, isClean: true });
  for (const bot of await work.bots.listOfApplication(application.id)) await unregisterBot(work, bot, actor);
  await unsubscribeAll(work, application);
  await work.applications.updateRemoved(application.id, work.now);
  work.announce({ type: 'placementsChanged', portalId: application.portalId, applicationId: application.id });
  await leaveBehind(work, application.portalId, 'application', application.id);
}
