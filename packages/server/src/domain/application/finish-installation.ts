import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Application } from './application.ts';
import { lockApplication } from './lock-application.ts';
import { notifyApplication } from './notify-application.ts';

/** Marks the application as installed: everybody may use it, and it receives its events (R22). */
export async function finishInstallation(work: UnitOfWork, known: Application, installer: User): Promise<void> {
  const application = await lockApplication(work, known);
  if (application.isInstalled || application.isRemoved) return;
  await work.applications.updateInstalled(application.id, work.now);
  // What it has bound is shown from now on.
  work.announce({ type: 'placementsChanged', portalId: application.portalId, applicationId: application.id });
  const version = String(application.version);
  await notifyApplication(work, application, { type: 'applicationInstalled', userId: installer.id, version });
}
