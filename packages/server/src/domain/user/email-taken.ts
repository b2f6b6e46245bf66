import type { UnitOfWork } from '#storage/unit-of-work.ts';

/**
 * Whether a person has that address, other than `exceptId`. Nobody else may, not even a bot: it would mix up their
 * accounts. Until the unit ends nobody else takes an address either: two at once would both find it free.
 */
export async function isEmailTaken(
  work: UnitOfWork,
  portalId: number,
  email: string,
  exceptId?: number,
): Promise<boolean> {
  if (email === '') return false;
  await work.portals.lockPortal(portalId);
  const holder = await work.users.findPersonByEmail(portalId, email);
  return holder !== undefined && holder.id !== exceptId;
}
