import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** Ends all web sessions of a user, and the invitation links by which they could choose a password. */
export async function signOutEverywhere(work: UnitOfWork, userId: number): Promise<void> {
  await work.webSessions.deleteOfUser(userId);
  await work.invitations.deleteOfUser(userId);
}
