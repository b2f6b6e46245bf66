import type { UnitOfWork } from '../../storage/unit-of-work.ts';
import type { Caller } from '../caller.ts';
import type { Application } from './application.ts';

/** The application that the caller speaks for, if it has owned anything yet (R11). */
export async function findOwnApplication(work: UnitOfWork, caller: Caller): Promise<Application | undefined> {
  return caller.clientId === undefined
    ? undefined
    : work.applications.findByClientId(caller.portal.id, caller.clientId);
}

/** The application that the caller speaks for; a webhook's CLIENT_ID founds it at its first use. */
export async function ownApplication(work: UnitOfWork, caller: Caller, clientId: string): Promise<Application> {
  const found = await work.applications.findByClientId(caller.portal.id, clientId);
  if (found) return found;
  const draft = { portalId: caller.portal.id, clientId, applicationToken: work.random.hex(32), status: 'L' } as const;
  return work.applications.insertApplication(draft, work.now);
}
