import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from './application.ts';
import { lockApplication } from './lock-application.ts';

/** Access tokens of the application that are given out from now on live for so many seconds; it is no new version. */
export async function changeTokenLife(work: UnitOfWork, known: Application, seconds: number): Promise<Application> {
  const application = await lockApplication(work, known);
  await work.applications.updateTokenLife(application.id, seconds);
  return { ...application, tokenSeconds: seconds };
}
