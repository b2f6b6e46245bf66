import { accessSession, isLastSeenDue } from '#domain/sign-in/access-session.ts';
import type { User } from '#domain/user/user.ts';
import { isSameSecret } from '#kit/same-secret.ts';
import type { Store } from '#storage/store.ts';
import type { Incoming } from '../incoming.ts';
import type { sentForm } from '../pages/form.ts';
import { placeInBrowser } from '../place.ts';
import { sessionToken } from './cookie.ts';

/** Whose browser a request comes from. */
export interface SignedIn {
  readonly portalId: number;
  readonly userId: number;
  readonly sessionId: number;
  /** Stands as `csrf` in every form of ours; {@link isMeant} looks for it when the form is sent. */
  readonly csrf: string;
  readonly user: User;
}

/** Who is signed in where this request comes from. Notes about once a minute that they are there. */
export async function findSignedIn(request: Incoming, store: Store): Promise<SignedIn | undefined> {
  const token = sessionToken(request);
  if (token === undefined) return undefined;
  const { host } = placeInBrowser(request, undefined);
  const found = await store.read(async (work) => {
    const portal = await work.portals.findByHost(host);
    const open = portal && (await accessSession(work, portal.id, token));
    return open && { ...open, isLastSeenDue: isLastSeenDue(open.session, work.now) };
  });
  if (!found) return undefined;
  const { session, user } = found;
  // A full disk is no reason to sign anybody out.
  if (found.isLastSeenDue)
    await store.write((work) => work.webSessions.updateLastSeen(session.id, work.now)).catch(() => undefined);
  return { portalId: session.portalId, userId: user.id, sessionId: session.id, csrf: session.csrf, user };
}

/** Whether the form was sent from a page that we made for this session, and not by a page of another site. */
export function isMeant(form: ReturnType<typeof sentForm>, { csrf }: SignedIn): boolean {
  return isSameSecret(form('csrf'), csrf);
}
