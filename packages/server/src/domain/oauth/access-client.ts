import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { useRefusal } from '../application/access-application.ts';
import type { Application } from '../application/application.ts';

export type ClientRefusal = 'unknown_client' | 'wrong_client';

/** What a program shows to be known as an application. */
export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The application that shows its secret; one that was removed has none any more. */
export async function accessClient(
  work: Reading,
  portalId: number,
  { clientId, clientSecret }: Client,
): Promise<Outcome<Application, ClientRefusal>> {
  const application = await work.applications.findByClientId(portalId, clientId);
  if (application?.kind !== 'local') return refused('unknown_client');
  if (application.isRemoved || !(await work.applications.findWithSecret(application.id, clientSecret)))
    return refused('wrong_client');
  return done(application);
}

/** Whether an application may go on acting for the user that it has a grant of. */
export async function mayStillAct(work: Reading, application: Application, userId: number): Promise<boolean> {
  const user = await work.users.findUser(userId);
  return user !== undefined && useRefusal(application, user) === undefined;
}
