import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { Caller } from '../caller.ts';
import type { User } from '../user/user.ts';
import { type Application, namedApplication, tokenApplication } from './application.ts';

/** The application that the caller speaks for, if it has owned anything yet (R11). */
export async function findOwnApplication(work: Reading, caller: Caller): Promise<Application | undefined> {
  if (caller.application) return caller.application;
  if (caller.botToken !== undefined) return work.applications.findByBotToken(caller.portal.id, caller.botToken);
  const named =
    caller.clientId === undefined
      ? undefined
      : await work.applications.findByClientId(caller.portal.id, caller.clientId);
  // Its client id is no secret: with it alone nobody speaks for an application that has a token to show.
  return named?.kind === 'webhook' ? named : undefined;
}

/** The application that the caller speaks for; a webhook's CLIENT_ID, or its bot token, founds it at its first use. */
export async function ownApplication(work: UnitOfWork, caller: Caller): Promise<Outcome<Application, 'no_client_id'>> {
  const found = await findOwnApplication(work, caller);
  if (found) return done(found);
  const { portal, clientId, botToken } = caller;
  if (botToken !== undefined) {
    const draft = tokenApplication(portal.id, botToken, work.random.hex(16), caller.user.id);
    return done(await work.applications.insertApplication(draft, work.now, undefined, botToken));
  }
  if (clientId === undefined || (await work.applications.findByClientId(portal.id, clientId)))
    return refused('no_client_id');
  const draft = namedApplication(portal.id, clientId, work.random.hex(32));
  return done(await work.applications.insertApplication(draft, work.now));
}

export type UseRefusal = 'removed' | 'not_installed' | 'dismissed' | 'not_allowed';

/** Why an application may not act in a person's name; undefined: it may. */
export function useRefusal(application: Application, user: User): UseRefusal | undefined {
  if (application.isRemoved) return 'removed';
  if (!user.isActive) return 'dismissed';
  if (!application.isInstalled && !user.isAdmin && !user.isBot) return 'not_installed';
  if (application.allowedUserIds && !user.isBot && !application.allowedUserIds.includes(user.id)) return 'not_allowed';
  return undefined;
}
