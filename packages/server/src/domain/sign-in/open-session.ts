import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { joinPortal } from '../user/join-portal.ts';
import { lockUser } from '../user/lock-user.ts';
import type { User } from '../user/user.ts';
import { endSession } from './end-sessions.ts';
import { SESSION_IDLE_LIFETIME, SESSION_LIFETIME, type WebSession } from './web-session.ts';

/** Letters and digits of a token; guessing one of 36^40 is hopeless. */
const TOKEN_LENGTH = 40;

export interface OpenedFrom {
  readonly formerToken?: string | undefined;
  /** Browser and system, for whoever looks where they are signed in. */
  readonly device?: string;
}

/**
 * Signs somebody in; the token is for their browser alone, and takes the place of the one that it had, if it had one.
 * What has ended meanwhile is cleared away.
 */
export async function openSession(
  work: UnitOfWork,
  user: User,
  { formerToken, device = '' }: OpenedFrom = {},
): Promise<{ session: WebSession; token: string }> {
  const former = formerToken === undefined ? undefined : await work.webSessions.findByToken(formerToken);
  if (former) await endSession(work, former);
  // Whoever comes counts as invited no longer, also without their invitation (N15).
  if (user.isInvited) await joinPortal(work, await lockUser(work, user));
  await work.webSessions.deleteEnded(work.now - SESSION_LIFETIME, work.now - SESSION_IDLE_LIFETIME);
  const token = work.random.code(TOKEN_LENGTH);
  return { session: await work.webSessions.insertSession(user, token, work.now, device), token };
}
