import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson } from '#domain/user/add-person.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';

let world: ControlledWorld;
beforeAll(async () => {
  world = await createControlledWorld();
});
afterAll(() => world.close());

it('departments are made, headed, moved, joined and removed; user.get tells who works where', async () => {
  const labs = await world.control('department.add', { name: 'Labs', head: 'Alice' });
  expect(labs).toMatchObject({ depth: 1, head: { id: 1, name: 'Alice Arden' }, people: 0 });
  const optics = await world.control('department.add', { name: 'Optics', parent: 'labs' });
  expect(optics).toMatchObject({ parentId: labs.id, depth: 2, head: null });
  const joined = await world.control('department.members', { department: 'Optics', add: ['Bob', '3'] });
  expect(joined.members.map(({ name }) => name)).toEqual(['Bob Birch', 'Carol Cedar']);
  const [bob] = await world.alice.ok('user.get', { ID: 2 });
  expect(bob.UF_DEPARTMENT).toEqual([1, optics.id]);
  await world.control('department.members', { department: '1', remove: ['Bob'] });
  await expect(world.control('department.members', { department: 'Labs', add: ['Dana'] })).rejects.toThrow(
    'Dana Dale is a guest from outside',
  );
  await world.control('department.change', { department: 'Optics', parent: 'Company', name: 'Light' });
  const { departments } = await world.control('department.list', {});
  expect(departments.map(({ name, depth, people }) => [name, depth, people])).toEqual([
    ['Company', 0, 2],
    ['Labs', 1, 0],
    ['Light', 1, 2],
  ]);
  await world.control('department.remove', { department: 'Light' });
  const [again] = await world.alice.ok('user.get', { ID: 2 });
  expect(again.UF_DEPARTMENT).toEqual([1]);
  await expect(world.control('department.remove', { department: 'Company' })).rejects.toThrow('only renamed');
  await expect(world.control('department.list', {})).resolves.toMatchObject({ departments: { length: 2 } });
});

it('all who work in a large department are told of, in the order of their ids', async () => {
  const ids = await world.app.store.write(async (work) => {
    const added: number[] = [];
    for (let n = 0; n < 650; n += 1) {
      const draft = { name: `Person ${n}`, lastName: '', email: '', isAdmin: false, isExtranet: false };
      const person = await addPerson(work, world.app.cast.portalId, draft);
      if (person.ok) added.push(person.value.id);
    }
    return added;
  });
  const { 1: found } = await world.alice.ok('im.department.employees.get', { ID: [1] });
  expect(found).toEqual([1, 2, 3, ...ids]);
  const { 1: told } = await world.alice.ok('im.department.employees.get', { ID: [1], USER_DATA: 'Y' });
  expect(told.map(({ id }: { id: number }) => id)).toEqual(found);
});
