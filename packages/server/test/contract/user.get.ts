import { expect } from 'vitest';
import { addPerson } from '#domain/user/add-person.ts';
import { callable, changeUser, seeActive } from '../scenes/people.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

async function found(world: World, params: Record<string, unknown>): Promise<number[]> {
  const people = await world.alice.ok('user.get', params);
  return people.map(({ ID }: { ID: string }) => Number(ID));
}

const filtered = (world: World, FILTER: Record<string, unknown>) => found(world, { FILTER });

/** More people than stand on a page. */
export async function manyPeople(world: World, count: number): Promise<void> {
  await world.app.store.write(async (work) => {
    for (let i = 0; i < count; i += 1) {
      await addPerson(work, world.app.cast.portalId, {
        name: `N${i}`,
        lastName: '',
        email: '',
        isAdmin: false,
        isExtranet: false,
      });
    }
  });
}

export default contract({
  method: 'user.get',
  example: async () => ({ params: { UF_DEPARTMENT: 1, SORT: 'ID', ORDER: 'asc', start: 10 } }),
  errors: {},
  params: {
    async sort(world) {
      expect(await found(world, { sort: 'LAST_NAME', order: 'ASC' })).toEqual([1, 2, 3, 4]);
      await changeUser(world, world.alice.id, { lastName: 'Zimmer' });
      expect(await found(world, { sort: 'LAST_NAME', order: 'ASC' })).toEqual([2, 3, 4, 1]);
      expect(await found(world, { SORT: 'NO_SUCH_FIELD' })).toEqual([1, 2, 3, 4]);
    },
    async order(world) {
      expect(await found(world, { sort: 'ID', order: 'DESC' })).toEqual([4, 3, 2, 1]);
      expect(await found(world, { ORDER: 'desc' })).toEqual([4, 3, 2, 1]);
      expect(await found(world, { order: { ID: 'DESC' } })).toEqual([4, 3, 2, 1]);
    },
    async 'FILTER.UF_DEPARTMENT'(world) {
      expect(await filtered(world, { UF_DEPARTMENT: 1 })).toEqual([1, 2, 3]);
      expect(await filtered(world, { UF_DEPARTMENT: [7, '1'] })).toEqual([1, 2, 3]);
      expect(await filtered(world, { UF_DEPARTMENT: false })).toEqual([4]);
    },
    async 'FILTER.UF_PHONE_INNER'(world) {
      await callable(world, world.bob.id);
      expect(await filtered(world, { UF_PHONE_INNER: '21' })).toEqual([2]);
      expect(await filtered(world, { UF_PHONE_INNER: '' })).toEqual([1, 3, 4]);
    },
    async 'FILTER.IS_ONLINE'(world) {
      await seeActive(world, world.bob.id);
      expect(await filtered(world, { IS_ONLINE: 'Y' })).toEqual([2]);
      expect(await filtered(world, { IS_ONLINE: 'N' })).toEqual([1, 3, 4]);
      world.clock.advance(15 * 60_000);
      expect(await filtered(world, { IS_ONLINE: 'Y' })).toEqual([]);
    },
    async 'FILTER.NAME_SEARCH'(world) {
      expect(await filtered(world, { NAME_SEARCH: 'bir bob' })).toEqual([2]);
      expect(await filtered(world, { NAME_SEARCH: 'designer' })).toEqual([3]);
    },
    async 'FILTER.USER_TYPE'(world) {
      expect(await filtered(world, { USER_TYPE: 'employee' })).toEqual([1, 2, 3]);
      expect(await filtered(world, { USER_TYPE: 'extranet' })).toEqual([4]);
      expect(await filtered(world, { USER_TYPE: 'email' })).toEqual([]);
    },
    async 'FILTER.ACTIVE'(world) {
      await changeUser(world, world.carol.id, { isActive: false });
      expect(await filtered(world, { ACTIVE: true })).toEqual([1, 2, 4]);
      expect(await filtered(world, { ACTIVE: 'N' })).toEqual([3]);
      expect(await filtered(world, {})).toEqual([1, 2, 3, 4]);
    },
    async select(world) {
      expect(await world.alice.ok('user.get', { ID: 2, select: ['ID', 'NAME', 'NO_SUCH_FIELD'] })).toEqual([
        { ID: '2', NAME: 'Bob' },
      ]);
      expect(await world.alice.ok('user.get', { ID: 2, select: 'UF_*' })).toEqual([
        { UF_EMPLOYMENT_DATE: '', UF_DEPARTMENT: [1] },
      ]);
      expect(await world.alice.ok('user.get', { ID: 2, select: ['*'] })).toEqual(
        await world.alice.ok('user.get', { ID: 2 }),
      );
    },
    async start(world) {
      await manyPeople(world, 60);
      const first = (await world.alice.call('user.get')).body;
      expect(first).toMatchObject({ next: 50, total: 64 });
      expect(first.result).toHaveLength(50);
      const second = (await world.alice.call('user.get', { start: 50 })).body;
      expect(second.result).toHaveLength(14);
      expect(second).not.toHaveProperty('next');
      const uncounted = (await world.alice.call('user.get', { start: -1, filter: { '>ID': 2 } })).body;
      expect(uncounted.total).toBe(0);
      expect(uncounted).not.toHaveProperty('next');
      expect(uncounted.result).toHaveLength(50);
      expect(uncounted.result[0].ID).toBe('3');
    },
  },
});
