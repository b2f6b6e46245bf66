import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** The department of everybody who has no other one: the first, which stands for the company itself. Made when it is missing. */
export async function rootDepartment(work: UnitOfWork, portalId: number): Promise<number> {
  const [known] = await work.departments.listOfPortal(portalId);
  if (known) return known.id;
  // Two units at once would each insert one.
  await work.portals.lockPortal(portalId);
  const [company] = await work.departments.listOfPortal(portalId);
  return (
    company ??
    (await work.departments.insertDepartment({ portalId, name: 'Company', parentId: null, headId: null }, work.now))
  ).id;
}
