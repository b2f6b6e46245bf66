import type { UnitOfWork } from '../../storage/unit-of-work.ts';
import type { Application } from './application.ts';

/** From now on everybody may use the application, and it hears of what happens (R22). */
export async function finishInstallation(work: UnitOfWork, application: Application): Promise<void> {
  if (!application.isInstalled) await work.applications.markInstalled(application.id, work.now);
}
