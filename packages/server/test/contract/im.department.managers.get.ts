import { expect } from 'vitest';
import { company, department, worksIn } from '../scenes/departments.ts';
import { changeUser, seeActive } from '../scenes/people.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.department.managers.get';

/** Headed by Bob, who works elsewhere. */
async function labs(world: World): Promise<number> {
  await worksIn(world, world.bob.id, [await company(world)]);
  return department(world, 'Labs', { headId: world.bob.id });
}

export default contract({
  method: METHOD,
  async example(world) {
    const ID = [await labs(world)];
    await seeActive(world, world.bob.id);
    return { params: { ID, USER_DATA: 'Y' } };
  },
  errors: {
    "ID_EMPTY: Department ID can't be empty": () => ({ params: { ID: [] } }),
    'ACCESS_ERROR: Only intranet users have access to this method': async (world) => ({
      params: { ID: [await company(world)] },
      as: 'dana',
    }),
  },
  params: {
    async ID(world) {
      const { bob } = world;
      const id = await labs(world);
      const empty = await department(world, 'Empty');
      const get = (ID: unknown) => world.alice.ok(METHOD, { ID });
      expect(await get([id, empty, NOBODY])).toEqual({ [id]: [bob.id], [empty]: [] });
      expect(await get(`[${empty}]`)).toEqual({ [empty]: [] });
      expect(await get([NOBODY])).toEqual([]);
      await changeUser(world, bob.id, { isActive: false });
      expect(await get([id])).toEqual({ [id]: [] });
    },
    async USER_DATA(world) {
      const id = await labs(world);
      const { [id]: people } = await world.alice.ok(METHOD, { ID: [id], USER_DATA: 'Y' });
      expect(people).toMatchObject([{ id: world.bob.id, name: 'Bob Birch' }]);
    },
  },
});
