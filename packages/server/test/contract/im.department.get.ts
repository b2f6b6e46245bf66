import { expect } from 'vitest';
import { company, department, worksIn } from '../scenes/departments.ts';
import { changeUser, seeActive } from '../scenes/people.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

const METHOD = 'im.department.get';

export default contract({
  method: METHOD,
  async example(world) {
    const headId = world.bob.id;
    await worksIn(world, headId, [await company(world)]);
    await seeActive(world, headId);
    return { params: { ID: [await department(world, 'Labs', { headId })], USER_DATA: 'Y' } };
  },
  errors: {
    'INVALID_FORMAT: A wrong format for the ID field is passed': () => ({ params: { ID: 'all' } }),
    'ACCESS_ERROR: Only intranet users have access to this method': async (world) => ({
      params: { ID: [await company(world)] },
      as: 'dana',
    }),
  },
  params: {
    async ID(world) {
      const root = await company(world);
      const labs = await department(world, 'Labs');
      const optics = await department(world, 'Optics', { parentId: labs });
      const get = (ID: unknown) => world.alice.ok(METHOD, { ID });
      const found = await get([optics, NOBODY, root]);
      expect(found.map(({ id }: { id: number }) => id)).toEqual([root, optics]);
      expect(found[1]).toEqual({
        id: optics,
        name: 'Optics',
        full_name: `Optics / Labs / ${found[0].name}`,
        manager_user_id: 0,
      });
      expect(await get(`[${labs}]`)).toMatchObject([{ id: labs }]);
      expect(await get([NOBODY])).toEqual([]);
    },
    async USER_DATA(world) {
      const ID = [await department(world, 'Labs', { headId: world.bob.id })];
      const [plain] = await world.alice.ok(METHOD, { ID });
      expect(plain).toMatchObject({ manager_user_id: world.bob.id });
      expect(plain).not.toHaveProperty('manager_user_data');
      expect(await world.alice.ok(METHOD, { ID, USER_DATA: 'Y' })).toMatchObject([
        { manager_user_data: { id: world.bob.id, name: 'Bob Birch' } },
      ]);
      await changeUser(world, world.bob.id, { isActive: false });
      expect(await world.alice.ok(METHOD, { ID, USER_DATA: 'Y' })).toMatchObject([
        { manager_user_id: 0, manager_user_data: null },
      ]);
    },
  },
});
