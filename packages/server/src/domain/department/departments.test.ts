import { describe, expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal, person } from '../../../test/portal-in-store.ts';
import { emptyLeftovers } from '../leftover/leave-behind.ts';
import { Profile } from '../user/profile.ts';
import type { User } from '../user/user.ts';
import { addDepartment } from './add-department.ts';
import { changeDepartment } from './change-department.ts';
import { type Department, inOrder, isWithin } from './department.ts';
import { removeDepartment } from './remove-department.ts';
import { rootDepartment } from './root-department.ts';
import { joinDepartment, leaveDepartment } from './work-in.ts';

const placed = (...pairs: readonly (readonly [id: number, parentId: number | null])[]): Department[] =>
  pairs.map(([id, parentId]) => ({ id, portalId: 1, name: `${id}`, parentId, headId: null }));

describe('a company structure', () => {
  const all = placed([1, null], [2, 1], [3, 1], [4, 2], [5, 4]);

  it('has each department followed by its parts', () => {
    expect(inOrder(all).map(({ department, depth }) => [department.id, depth])).toEqual([
      [1, 0],
      [2, 1],
      [4, 2],
      [5, 3],
      [3, 1],
    ]);
  });

  it('knows what is within what', () => {
    expect([isWithin(all, 5, 2), isWithin(all, 2, 2), isWithin(all, 3, 2), isWithin(all, 1, 5)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

onEachDatabase('departments', ({ store, write }) => {
  /** The company, in it Labs, in that Optics. */
  async function company() {
    return write(async (work) => {
      const { portalId, alice, bob, bot } = await insertPortal(work);
      const root = await rootDepartment(work, portalId);
      const add = async (name: string, parentId: number, headId: number | null = null) => {
        const added = await addDepartment(work, { portalId, name, parentId, headId });
        if (!added.ok) throw new Error(added.reason);
        return added.value;
      };
      const labs = await add('Labs', root, alice.id);
      return { portalId, alice, bob, bot, root, labs, optics: await add('Optics', labs.id) };
    });
  }

  const listed = (portalId: number) => store().read((work) => work.departments.listOfPortal(portalId));
  const worksIn = async (person: User) =>
    (await store().read((work) => work.users.findUser(person.id)))?.profile.departments;

  it('are headed by somebody who works here', async () => {
    const { portalId, labs, bot, root } = await company();
    const guest = await write((work) =>
      work.users.insertUser(person(portalId, 'Dana', { isExtranet: true }), work.now),
    );
    const headed = (headId: number) => write((work) => changeDepartment(work, labs, { headId }));
    expect(await headed(bot.id)).toMatchObject({ reason: 'head_unknown' });
    expect(await headed(999)).toMatchObject({ reason: 'head_unknown' });
    expect(await headed(guest.id)).toMatchObject({ reason: 'head_is_guest' });
    const draft = { portalId, name: 'Sales', parentId: root, headId: guest.id };
    expect(await write((work) => addDepartment(work, draft))).toMatchObject({ reason: 'head_is_guest' });
    expect(await write((work) => changeDepartment(work, labs, { headId: null }))).toMatchObject({ ok: true });
    expect((await listed(portalId)).map(({ headId }) => headId)).toEqual([null, null, null]);
  });

  it('are no parts of themselves, and the company is a part of nothing', async () => {
    const { portalId, labs, optics, root } = await company();
    const moved = (department: Department, parentId: number) =>
      write((work) => changeDepartment(work, department, { parentId }));
    expect(await moved(labs, labs.id)).toMatchObject({ reason: 'circle' });
    expect(await moved(labs, optics.id)).toMatchObject({ reason: 'circle' });
    const [whole] = await listed(portalId);
    if (!whole) throw new Error('There is no company');
    expect(await moved(whole, labs.id)).toMatchObject({ reason: 'company_has_no_parent' });
    expect(await write((work) => removeDepartment(work, whole))).toMatchObject({ reason: 'is_company' });
    expect(await moved(optics, root)).toMatchObject({ ok: true, value: { parentId: root } });
  });

  it('are no parts of one that was removed meanwhile', async () => {
    const { portalId, root, labs, optics } = await company();
    await write((work) => removeDepartment(work, labs));
    const added = await write((work) =>
      addDepartment(work, { portalId, name: 'Lenses', parentId: labs.id, headId: null }),
    );
    expect(added).toMatchObject({ ok: false, reason: 'parent_gone' });
    const there = await write((work) => addDepartment(work, { portalId, name: 'Shop', parentId: root, headId: null }));
    if (!there.ok) throw new Error(there.reason);
    const moved = await write((work) => changeDepartment(work, there.value, { parentId: labs.id }));
    expect(moved).toMatchObject({ ok: false, reason: 'parent_gone' });
    expect((await listed(portalId)).map(({ id }) => id)).toEqual([root, optics.id, there.value.id]);
  });

  it('are joined beside others, and left for the company', async () => {
    const { bob, labs, optics, root } = await company();
    await write((work) => joinDepartment(work, labs, bob));
    await write((work) => joinDepartment(work, optics, bob));
    expect(await worksIn(bob)).toEqual([labs.id, optics.id]);
    const leave = async (department: Department) => {
      const known = (await store().read((work) => work.users.findUser(bob.id))) ?? bob;
      return write((work) => leaveDepartment(work, department, known));
    };
    await leave(labs);
    expect(await leave(labs)).toMatchObject({ reason: 'works_elsewhere' });
    await leave(optics);
    expect(await worksIn(bob)).toEqual([root]);
    expect(await leave({ ...labs, id: root })).toMatchObject({ reason: 'only_in_company' });
  });

  it('that are removed leave their parts and their people to the one above, in steps', async () => {
    const { portalId, labs, optics, root, bob } = await company();
    const many = await write(async (work) => {
      const people = [];
      for (let n = 0; n < 250; n += 1)
        people.push(
          await work.users.insertUser(person(portalId, `Person ${n}`, { profile: Profile.of([labs.id]) }), work.now),
        );
      return people;
    });
    await write((work) => joinDepartment(work, labs, { ...bob, profile: Profile.of([]) }));
    await write((work) => joinDepartment(work, optics, bob));
    expect(await write((work) => removeDepartment(work, labs))).toMatchObject({ ok: true });
    expect((await listed(portalId)).map(({ id, parentId }) => [id, parentId])).toEqual([
      [root, null],
      [optics.id, root],
    ]);
    expect(await write((work) => removeDepartment(work, labs))).toMatchObject({ reason: 'department_gone' });
    const left = async () => {
      let count = 0;
      for (const one of many) if ((await worksIn(one))?.includes(labs.id)) count += 1;
      return count;
    };
    expect(await left()).toBeGreaterThan(0);
    while ((await write((work) => emptyLeftovers(work, 100))) === 100);
    expect(await left()).toBe(0);
    expect(await worksIn(bob)).toEqual([optics.id, root]);
    expect(await store().read((work) => work.departments.findEver(labs.id))).toBeUndefined();
  });
});
