import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { WebSession } from './web-session.ts';

/** Signs somebody out in one of their browsers. */
export async function endSession(
  work: UnitOfWork,
  session: Pick<WebSession, 'id' | 'portalId' | 'userId'>,
): Promise<void> {
  await work.webSessions.deleteSession(session.id);
  work.announce({ type: 'accessChanged', portalId: session.portalId, userId: session.userId });
}

/** Ends sessions of somebody: that one, or all but one, or all. Answers with how many they were. */
export async function endSessions(
  work: UnitOfWork,
  userId: number,
  { id, except }: { readonly id?: number | undefined; readonly except?: number | undefined },
): Promise<number> {
  const sessions = await work.webSessions.listOfUser(userId);
  const ended = sessions.filter((session) => (id === undefined ? session.id !== except : session.id === id));
  for (const session of ended) await endSession(work, session);
  return ended.length;
}
