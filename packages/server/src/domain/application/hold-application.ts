import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from './application.ts';

/** The application as it is now; nobody else changes it, or adds to what it has, until the unit ends. */
export async function holdApplication(work: UnitOfWork, application: Application): Promise<Application> {
  await work.applications.lockApplication(application.id);
  return (await work.applications.findApplication(application.id)) ?? application;
}
