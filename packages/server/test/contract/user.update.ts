import { expect } from 'vitest';
import { observeSaying, PIXEL, personSeen } from '../person-samples.ts';
import { NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const ofBob = (said: Record<string, unknown>) => (world: World) => ({ params: { ID: world.bob.id, ...said } });

async function change(world: World, said: Readonly<Record<string, unknown>>): Promise<number> {
  await world.alice.ok('user.update', { ID: world.bob.id, ...said });
  return world.bob.id;
}

export default contract({
  method: 'user.update',
  example: async () => ({ params: { ID: 1, NAME: 'Administrator', LAST_NAME: 'SomeLastName' } }),
  errors: {
    'ERROR_CORE: access_denied': (world) => ({ ...ofBob({ NAME: 'Rob' })(world), as: 'bob' }),
    'ERROR_CORE: ': () => ({ params: { ID: 'first', NAME: 'Nobody' } }),
  },
  params: {
    ...observeSaying(change),
    async ID(world) {
      expect((await world.alice.call('user.update', { ID: NOBODY, NAME: 'Nobody' })).body).toMatchObject({
        error: 'ERROR_CORE',
        error_description: 'access_denied',
      });
      expect((await world.alice.call('user.update', { ID: await world.bot(), NAME: 'Rob' })).status).toBe(400);
      await world.alice.ok('user.update', { ID: String(world.carol.id), NAME: 'Caroline' });
      expect(await personSeen(world, world.carol.id)).toMatchObject({ NAME: 'Caroline', LAST_NAME: 'Cedar' });
      expect(await personSeen(world, world.bob.id)).toMatchObject({ NAME: 'Bob' });
    },
    async ACTIVE(world) {
      await change(world, { ACTIVE: 'N' });
      expect(await personSeen(world, world.bob.id)).toMatchObject({ ACTIVE: false });
      expect((await world.bob.call('user.current')).status).toBe(401);
      await change(world, { ACTIVE: true });
      expect(await world.bob.ok('user.current')).toMatchObject({ ACTIVE: true });
      const { body } = await world.alice.call('user.update', { ID: world.alice.id, ACTIVE: 'N' });
      expect(body.error_description).toBe('Nobody can dismiss themselves');
    },
    async UF_DEPARTMENT(world) {
      const refusal = async (said: Record<string, unknown>) =>
        (await world.alice.call('user.update', ofBob(said)(world).params)).body.error_description;
      expect(await refusal({ UF_DEPARTMENT: [99] })).toBe('There is no department 99');
      expect(await refusal({ UF_DEPARTMENT: [] })).toBe('An employee works in a department');
      expect(await refusal({ PERSONAL_BIRTHDAY: 'in summer' })).toBe('Error updating user fields');
      expect(await refusal({ PERSONAL_PHOTO: ['a.png', 'no picture'] })).toBe('Error updating user fields');
      expect(await refusal({ EMAIL: 'ALICE@example.com' })).toBe('A user with this email already exists');
      // A guest who is put into a department works here from then on.
      await world.alice.ok('user.update', { ID: world.dana.id, UF_DEPARTMENT: [1] });
      expect(await personSeen(world, world.dana.id)).toMatchObject({ UF_DEPARTMENT: [1], USER_TYPE: 'employee' });
    },
    async PERSONAL_PHOTO(world) {
      await change(world, { PERSONAL_PHOTO: ['bob.png', PIXEL] });
      const { PERSONAL_PHOTO } = await personSeen(world, world.bob.id);
      expect((await fetch(PERSONAL_PHOTO)).headers.get('content-type')).toBe('image/png');
      await change(world, { PERSONAL_PHOTO: '' });
      expect(await personSeen(world, world.bob.id)).not.toHaveProperty('PERSONAL_PHOTO');
    },
  },
});
