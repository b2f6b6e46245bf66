import { expect, it } from 'vitest';
import { rootDepartment } from '#domain/user/root-department.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

onEachDatabase('the department store', ({ store, write }) => {
  it('lists the departments of a portal, the company first', async () => {
    const { portalId } = await write(insertPortal);
    const company = await write((work) => rootDepartment(work, portalId));
    await write((work) => work.departments.insertDepartment(portalId, 'Labs', work.now));
    expect(await write((work) => rootDepartment(work, portalId))).toBe(company);
    const names = async (id: number) =>
      store().read(async (work) => (await work.departments.listOfPortal(id)).map(({ name }) => name));
    expect(await names(portalId)).toEqual(['Company', 'Labs']);
    expect(await names(portalId + 1)).toEqual([]);
  });
});
