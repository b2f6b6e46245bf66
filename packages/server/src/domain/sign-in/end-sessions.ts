import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** Ends sessions of somebody: that one, or all but one, or all. Answers with how many they were. */
export async function endSessions(
  work: UnitOfWork,
  userId: number,
  { id, except }: { readonly id?: number | undefined; readonly except?: number | undefined },
): Promise<number> {
  const sessions = await work.webSessions.listOfUser(userId);
  const ended = sessions.filter((session) => (id === undefined ? session.id !== except : session.id === id));
  for (const session of ended) await work.webSessions.deleteSession(session.id);
  return ended.length;
}
