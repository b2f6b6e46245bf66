import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** Whether a person has that address. Nobody else may, not even a bot: it would mix up their accounts. */
export async function isEmailTaken(work: UnitOfWork, portalId: number, email: string): Promise<boolean> {
  return email !== '' && (await work.users.findPersonByEmail(portalId, email)) !== undefined;
}
