import { done, type Outcome, refused } from '../../kit/outcome.ts';
import type { UnitOfWork } from '../../storage/unit-of-work.ts';
import type { Caller } from '../caller.ts';
import type { Application } from './application.ts';

/** The application that the caller speaks for, if it has owned anything yet (R11). */
export async function findOwnApplication(work: UnitOfWork, caller: Caller): Promise<Application | undefined> {
  if (caller.application) return caller.application;
  return caller.clientId === undefined
    ? undefined
    : work.applications.findByClientId(caller.portal.id, caller.clientId);
}

/** The application that the caller speaks for; a webhook's CLIENT_ID founds it at its first use. */
export async function ownApplication(work: UnitOfWork, caller: Caller): Promise<Outcome<Application, 'no_client_id'>> {
  const found = await findOwnApplication(work, caller);
  if (found) return done(found);
  const { portal, clientId } = caller;
  if (clientId === undefined) return refused('no_client_id');
  const draft = { portalId: portal.id, clientId, applicationToken: work.random.hex(32), status: 'L' } as const;
  return done(await work.applications.insertApplication(draft, work.now));
}
