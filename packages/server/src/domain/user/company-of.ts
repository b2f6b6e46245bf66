import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** The department that everybody is in of whom no other one is said: the first, which is the company itself. */
export async function companyOf(work: UnitOfWork, portalId: number): Promise<number> {
  const [company] = await work.departments.listOfPortal(portalId);
  return (company ?? (await work.departments.insertDepartment(portalId, 'Company', work.now))).id;
}
