import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** Signs somebody out everywhere, and takes back the links by which they could choose a password. */
export async function shutOut(work: UnitOfWork, userId: number): Promise<void> {
  await work.webSessions.deleteOfUser(userId);
  await work.invitations.deleteOfUser(userId);
}
