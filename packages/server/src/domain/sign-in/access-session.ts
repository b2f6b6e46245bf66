import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { hasEnded, type WebSession } from './web-session.ts';

export interface OpenSession {
  readonly session: WebSession;
  readonly user: User;
}

/** Whose browser shows this token; nobody's, once the session has ended or they were dismissed. */
export async function accessSession(work: Reading, portalId: number, token: string): Promise<OpenSession | undefined> {
  const session = await work.webSessions.findByToken(token);
  if (!session || session.portalId !== portalId || hasEnded(session, work.now)) return undefined;
  const user = await work.users.findUser(session.userId);
  return user?.isActive ? { session, user } : undefined;
}

/** A minute is exact enough, and spares a write with every page. */
const EXACT_TO = 60_000;

/** Whether it is time to note that the session is in use; also where the clock of the machine was set back since. */
export function isLastSeenDue(session: WebSession, now: number): boolean {
  return now < session.lastSeenAt || now - session.lastSeenAt >= EXACT_TO;
}
