import { expect } from 'vitest';
import { company, department, worksIn } from '../scenes/departments.ts';
import { callable, seeActive } from '../scenes/people.ts';
import { expectRefusal } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.search.department.list';

const found = async (world: World, params: Record<string, unknown>): Promise<number[]> =>
  (await world.alice.ok(METHOD, params)).map(({ id }: { id: number }) => id);

export default contract({
  method: METHOD,
  async example(world) {
    const headId = world.bob.id;
    await callable(world, headId);
    await seeActive(world, headId);
    await department(world, 'Marketing and Advertising Department', { headId });
    return { params: { FIND: 'Department', USER_DATA: 'Y', OFFSET: 0, LIMIT: 10 } };
  },
  // The page shows a person without a telephone of their own.
  shape: (documented) =>
    (documented as { manager_user_data: { phones: object } }[]).map((one) => ({
      ...one,
      manager_user_data: {
        ...one.manager_user_data,
        phones: { ...one.manager_user_data.phones, personal_mobile: '12123456789' },
      },
    })),
  errors: {
    'FIND_SHORT: Too short a search phrase.': () => ({ params: {} }),
    'ACCESS_ERROR: Only intranet users have access to this method': () => ({ params: { FIND: 'Labs' }, as: 'dana' }),
  },
  params: {
    async FIND(world) {
      const root = await company(world);
      const labs = await department(world, 'Labs');
      const optics = await department(world, 'Optique Générale', { parentId: labs });
      expect(await found(world, { FIND: 'labs' })).toEqual([labs, optics]);
      expect(await found(world, { FIND: 'lab GENERALE' })).toEqual([optics]);
      expect(await found(world, { FIND: 'abs' })).toEqual([]);
      // Too short for a phrase: all of them.
      expect(await found(world, { FIND: '' })).toEqual([root, labs, optics]);
      expect(await found(world, { FIND: 'x' })).toEqual([root, labs, optics]);
      await expectRefusal(world.alice, METHOD, { FIND: null }, 'FIND_SHORT');
      const [, , one] = await world.alice.ok(METHOD, { FIND: 'labs', OFFSET: 0 }).then((all) => [0, 0, all[1]]);
      expect(one).toMatchObject({ name: 'Optique Générale', manager_user_id: 0 });
      expect(one.full_name).toMatch(/^Optique Générale \/ Labs \/ .+/);
    },
    async USER_DATA(world) {
      await worksIn(world, world.bob.id, [await company(world)]);
      await department(world, 'Labs', { headId: world.bob.id });
      await department(world, 'Labyrinth');
      const [plain] = await world.alice.ok(METHOD, { FIND: 'labs' });
      expect(plain).not.toHaveProperty('manager_user_data');
      expect(await world.alice.ok(METHOD, { FIND: 'lab', USER_DATA: 'Y' })).toMatchObject([
        { manager_user_id: world.bob.id, manager_user_data: { id: world.bob.id, name: 'Bob Birch' } },
        { manager_user_id: 0, manager_user_data: null },
      ]);
    },
    async OFFSET(world) {
      const labs = [
        await department(world, 'Lab 1'),
        await department(world, 'Lab 2'),
        await department(world, 'Lab 3'),
      ];
      const { body } = await world.alice.call(METHOD, { FIND: 'lab', LIMIT: 2 });
      expect(body).toMatchObject({ total: 3, next: 2 });
      expect(await found(world, { FIND: 'lab', OFFSET: 2 })).toEqual(labs.slice(2));
    },
    async LIMIT(world) {
      for (let n = 0; n < 52; n += 1) await department(world, `Lab ${n}`);
      expect(await found(world, { FIND: 'lab', LIMIT: 3 })).toHaveLength(3);
      expect(await found(world, { FIND: 'lab' })).toHaveLength(10);
      expect(await found(world, { FIND: 'lab', LIMIT: 100 })).toHaveLength(50);
    },
  },
});
