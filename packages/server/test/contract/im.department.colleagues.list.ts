import { expect } from 'vitest';
import { company, department, worksIn } from '../scenes/departments.ts';
import { changeUser, seeActive } from '../scenes/people.ts';
import type { Person, World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.department.colleagues.list';

const colleagues = (person: Person, more: Record<string, unknown> = {}): Promise<number[]> => person.ok(METHOD, more);

/** So many twins of Alice, with ids from 1000 on. */
async function twins(world: World, count: number): Promise<void> {
  await world.app.store.write(async (work) => {
    const alice = await work.users.findUser(world.alice.id);
    for (let n = 0; n < count; n += 1)
      if (alice) await work.users.insertUser({ ...alice, id: 1000 + n, name: 'Twin' }, work.now);
  });
}

export default contract({
  method: METHOD,
  async example(world) {
    const { bob, carol } = world;
    for (const { id } of [bob, carol]) await seeActive(world, id);
    return { params: { USER_DATA: 'Y', OFFSET: 0, LIMIT: 5 } };
  },
  errors: {
    'ACCESS_ERROR: Only intranet users have access to this method.': () => ({ params: {}, as: 'dana' }),
  },
  params: {
    async USER_DATA(world) {
      const { alice, bob, carol } = world;
      expect(await colleagues(alice)).toEqual([bob.id, carol.id]);
      expect(await colleagues(alice, { USER_DATA: 'Y' })).toMatchObject([{ id: bob.id }, { id: carol.id }]);
      // Of a department of one's own: who works in it, and its head.
      const labs = await department(world, 'Labs', { headId: carol.id });
      await worksIn(world, bob.id, [labs]);
      expect(await colleagues(bob)).toEqual([carol.id]);
      expect(await colleagues(alice)).toEqual([carol.id]);
      // Of a head: who works below, and the heads of all departments.
      const optics = await department(world, 'Optics', { parentId: labs });
      await worksIn(world, alice.id, [optics]);
      await worksIn(world, carol.id, []);
      expect(await colleagues(carol)).toEqual([alice.id, bob.id]);
      await worksIn(world, alice.id, [await company(world)]);
      expect(await colleagues(carol)).toEqual([bob.id]);
      await department(world, 'Sales', { headId: alice.id });
      expect(await colleagues(carol)).toEqual([alice.id, bob.id]);
      await changeUser(world, bob.id, { isActive: false });
      expect(await colleagues(carol)).toEqual([alice.id]);
    },
    async OFFSET(world) {
      await twins(world, 3);
      const { body } = await world.alice.call(METHOD, { LIMIT: 2 });
      expect(body).toMatchObject({ result: [world.bob.id, world.carol.id], total: 5, next: 2 });
      expect(await colleagues(world.alice, { OFFSET: 2 })).toEqual([1000, 1001, 1002]);
    },
    async LIMIT(world) {
      await twins(world, 52);
      expect(await colleagues(world.alice, { LIMIT: 3 })).toHaveLength(3);
      expect(await colleagues(world.alice)).toHaveLength(10);
      expect(await colleagues(world.alice, { LIMIT: 100 })).toHaveLength(50);
    },
  },
});
