import type { Reading } from '#storage/unit-of-work.ts';
import { hasEnded, type WebSession } from './web-session.ts';

/** The browsers in which somebody is signed in, the one last used first. */
export async function sessionsOf(work: Reading, userId: number): Promise<Omit<WebSession, 'csrf'>[]> {
  const sessions = await work.webSessions.listOfUser(userId);
  return sessions
    .filter((session) => !hasEnded(session, work.now))
    .sort((one, other) => other.lastSeenAt - one.lastSeenAt || other.id - one.id);
}
