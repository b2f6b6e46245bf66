import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../test/world.ts';
import { addPerson, type NewPerson } from './add-person.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const nobody: NewPerson = { name: 'Eve', lastName: '', email: '', isAdmin: false, isExtranet: false };
const add = (draft: Partial<NewPerson>) =>
  world.app.store.write((work) => addPerson(work, world.app.cast.portalId, { ...nobody, ...draft }));

test('a new person is active, and trimmed', async () => {
  expect(await add({ name: ' Eve ', lastName: ' Elm', email: ' eve@example.org ' })).toMatchObject({
    ok: true,
    value: { name: 'Eve', lastName: 'Elm', email: 'eve@example.org', isBot: false, isActive: true },
  });
});

test.each([
  ['without a name', { name: '  ' }, 'name_missing'],
  ['with the address of somebody else, in any case', { email: 'ALICE@example.com' }, 'email_taken'],
  ['as guest and administrator at once', { isAdmin: true, isExtranet: true }, 'guest_as_admin'],
] as const)('nobody is added %s', async (_, draft, reason) => {
  expect(await add(draft)).toEqual({ ok: false, reason });
});
