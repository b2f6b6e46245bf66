import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from './application.ts';

/** Locks an application, with all that belongs to it, until the unit ends, and reads it again. */
export async function lockApplication(work: UnitOfWork, application: Application): Promise<Application> {
  await work.applications.lockApplication(application.id);
  return (await work.applications.findApplication(application.id)) ?? application;
}
