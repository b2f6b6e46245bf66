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

/** The application that shows its secret; one that was removed is as unknown as any that never was. */
export async function accessClient(
  work: Reading,
  portalId: number,
  { clientId, clientSecret }: Client,
): Promise<Outcome<Application, ClientRefusal>> {
  const application = await work.applications.findByClientId(portalId, clientId);
  if (application?.kind !== 'local' || application.isRemoved) return refused('unknown_client');
  if (!(await work.applications.findWithSecret(application.id, clientSecret))) return refused('wrong_client');
  return done(application);
}

export type GrantRefusal = 'no_grant' | 'not_allowed';

/** Why an application may not go on acting for the user that it has a grant of; undefined: it may. */
export async function grantRefusal(
  work: Reading,
  application: Application,
  userId: number,
): Promise<GrantRefusal | undefined> {
  const user = await work.users.findUser(userId);
  const refusal = user ? useRefusal(application, user) : 'dismissed';
  return refusal === undefined || refusal === 'not_allowed' ? refusal : 'no_grant';
}
