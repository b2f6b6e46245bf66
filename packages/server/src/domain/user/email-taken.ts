import type { Reading } from '#storage/unit-of-work.ts';

/** Whether a person has that address. Nobody else may, not even a bot: it would mix up their accounts. */
export async function isEmailTaken(work: Reading, portalId: number, email: string): Promise<boolean> {
  return email !== '' && (await work.users.findPersonByEmail(portalId, email)) !== undefined;
}
