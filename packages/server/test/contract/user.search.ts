import { expect } from 'vitest';
import { Profile } from '#domain/user/profile.ts';
import { changeUser } from '../scenes/people.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';
import { manyPeople } from './user.get.ts';

async function found(world: World, params: Record<string, unknown>): Promise<number[]> {
  const people = await world.alice.ok('user.search', params);
  return people.map(({ ID }: { ID: string }) => Number(ID));
}

const filtered = (world: World, FILTER: Record<string, unknown>) => found(world, { FILTER });

/** Bob works in a department of his own. */
async function moveBob(world: World, name: string): Promise<void> {
  const { portalId } = world.app.cast;
  const { id } = await world.app.store.write((work) =>
    work.departments.insertDepartment({ portalId, name, parentId: 1, headId: null }, work.now),
  );
  await changeUser(world, world.bob.id, { profile: Profile.of([id], { secondName: 'Quentin' }) });
}

export default contract({
  method: 'user.search',
  example: async () => ({ params: { UF_DEPARTMENT: 1, SORT: 'ID', ORDER: 'asc', start: 10 } }),
  errors: {},
  params: {
    async 'FILTER.FIND'(world) {
      await moveBob(world, 'Works and tools');
      expect(await filtered(world, { FIND: 'bir bo' })).toEqual([2]);
      expect(await filtered(world, { FIND: 'IRCH' })).toEqual([]);
      expect(await filtered(world, { FIND: 'designer' })).toEqual([3]);
      expect(await filtered(world, { FIND: 'comp' })).toEqual([1, 3]);
      expect(await filtered(world, { FIND: 'quen tool' })).toEqual([2]);
      // With FIND nothing else counts.
      expect(await filtered(world, { FIND: 'bob', NAME: 'Carol' })).toEqual([2]);
      expect(await found(world, { find: 'dal' })).toEqual([4]);
    },
    async 'FILTER.NAME'(world) {
      expect(await filtered(world, { NAME: 'ali' })).toEqual([1]);
      expect(await filtered(world, { NAME: 'lice' })).toEqual([]);
      expect(await filtered(world, { '%NAME': 'lice' })).toEqual([1]);
      expect(await filtered(world, { NAME: 'bob', '!ID': 2 })).toEqual([]);
    },
    async 'FILTER.LAST_NAME'(world) {
      expect(await filtered(world, { LAST_NAME: 'ced' })).toEqual([3]);
      expect(await filtered(world, { LAST_NAME: 'ced', NAME: 'bob' })).toEqual([]);
    },
    async 'FILTER.WORK_POSITION'(world) {
      expect(await filtered(world, { WORK_POSITION: 'engi' })).toEqual([2]);
    },
    async 'FILTER.UF_DEPARTMENT_NAME'(world) {
      await moveBob(world, 'Works and tools');
      expect(await filtered(world, { UF_DEPARTMENT_NAME: 'tools' })).toEqual([2]);
      expect(await found(world, { UF_DEPARTMENT_NAME: 'company' })).toEqual([1, 3]);
    },
    async 'FILTER.USER_TYPE'(world) {
      expect(await filtered(world, { USER_TYPE: 'extranet' })).toEqual([4]);
      expect(await filtered(world, { USER_TYPE: 'employee', NAME: 'da' })).toEqual([]);
    },
    async sort(world) {
      await changeUser(world, world.alice.id, { lastName: 'Zimmer' });
      expect(await found(world, { sort: 'LAST_NAME' })).toEqual([2, 3, 4, 1]);
    },
    async order(world) {
      expect(await found(world, { sort: 'ID', order: 'DESC' })).toEqual([4, 3, 2, 1]);
    },
    async select(world) {
      expect(await world.alice.ok('user.search', { FILTER: { FIND: 'bob' }, select: ['ID', 'NAME'] })).toEqual([
        { ID: '2', NAME: 'Bob' },
      ]);
    },
    async start(world) {
      await manyPeople(world, 60);
      const first = (await world.alice.call('user.search', { FILTER: { FIND: 'n' } })).body;
      expect(first).toMatchObject({ next: 50, total: 60 });
      const second = (await world.alice.call('user.search', { FILTER: { FIND: 'n' }, start: 50 })).body;
      expect(second.result).toHaveLength(10);
      expect(second).not.toHaveProperty('next');
    },
  },
});
