import { expect, it } from 'vitest';
import { rootDepartment } from '#domain/department/root-department.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

onEachDatabase('the department store', ({ store, write }) => {
  it('lists the departments of a portal, the company first', async () => {
    const { portalId } = await write(insertPortal);
    const company = await write((work) => rootDepartment(work, portalId));
    const draft = { portalId, name: 'Labs', parentId: company, headId: 1 };
    const labs = await write((work) => work.departments.insertDepartment(draft, work.now));
    expect(await write((work) => rootDepartment(work, portalId))).toBe(company);
    const listed = (id: number) => store().read((work) => work.departments.listOfPortal(id));
    expect(await listed(portalId)).toEqual([
      { id: company, portalId, name: 'Company', parentId: null, headId: null },
      { ...draft, id: labs.id },
    ]);
    expect(await listed(portalId + 1)).toEqual([]);
  });
});
