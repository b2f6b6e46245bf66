import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** The department that everybody is in of whom no other one is said: the first, which is the company itself. */
export async function companyOf(work: UnitOfWork, portalId: number): Promise<number> {
  const [known] = await work.departments.listOfPortal(portalId);
  if (known) return known.id;
  // Two who come first at once would each found it.
  await work.portals.lockPortal(portalId);
  const [company] = await work.departments.listOfPortal(portalId);
  return (company ?? (await work.departments.insertDepartment(portalId, 'Company', work.now))).id;
}
