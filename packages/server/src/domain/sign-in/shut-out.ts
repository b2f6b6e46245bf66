import type { UnitOfWork } from '../../storage/unit-of-work.ts';

/** Ends what somebody could come in with by themselves; their webhooks and tokens are refused as long as they are dismissed. */
export async function shutOut(work: UnitOfWork, userId: number): Promise<void> {
  await work.webSessions.deleteOfUser(userId);
  await work.invitations.deleteOfUser(userId);
}
