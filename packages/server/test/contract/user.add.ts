import { expect } from 'vitest';
import { observeSaying, personSeen } from '../person-samples.ts';
import { fillPortal, workgroup } from '../scenes/people.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const EVE = { EMAIL: 'eve@example.com', UF_DEPARTMENT: [1] };

let count = 0;

/** Somebody new each time. */
async function invite(world: World, said: Readonly<Record<string, unknown>>): Promise<number> {
  count += 1;
  return world.alice.ok('user.add', { ...EVE, EMAIL: `eve${count}@example.com`, ...said });
}

export default contract({
  method: 'user.add',
  example: async () => ({ params: { EMAIL: 'newuser1@example.com', UF_DEPARTMENT: [1] } }),
  errors: {
    'ERROR_ARGUMENT: wrong_email': () => ({ params: { ...EVE, EMAIL: 'eve at home' } }),
    'ERROR_ARGUMENT: A user with this email already exists': () => ({ params: { ...EVE, EMAIL: 'BOB@example.com' } }),
    'ERROR_CORE: access_denied': () => ({ params: { ...EVE, EMAIL: 'alice@example.com' }, as: 'bob' }),
    async 'ERROR_ARGUMENT: user_count_exceeded'(world) {
      await fillPortal(world, 10_000);
      return { params: EVE };
    },
    'ERROR_GROUPID: Group code not specified': () => ({ params: { EMAIL: EVE.EMAIL, EXTRANET: 'Y' } }),
    'ERROR_NO_GROUP: Group is specified incorrectly': () => ({
      params: { EMAIL: EVE.EMAIL, EXTRANET: 'Y', SONET_GROUP_ID: [77, 'none'] },
    }),
    'ERROR_ARGUMENT: no_extranet_field': () => ({ params: { EMAIL: EVE.EMAIL } }),
    'ERROR_CORE: There is no department 99': () => ({ params: { ...EVE, UF_DEPARTMENT: [1, 99] } }),
  },
  params: {
    ...observeSaying(invite),
    async UF_DEPARTMENT(world) {
      const { portalId } = world.app.cast;
      const { id } = await world.app.store.write((work) =>
        work.departments.insertDepartment({ portalId, name: 'Labs', parentId: 1, headId: null }, work.now),
      );
      const eve = await invite(world, { UF_DEPARTMENT: ['1', id] });
      expect(await personSeen(world, eve)).toMatchObject({ UF_DEPARTMENT: [1, id], USER_TYPE: 'employee' });
      expect(await personSeen(world, await invite(world, { UF_DEPARTMENT: id }))).toMatchObject({
        UF_DEPARTMENT: [id],
      });
      // A guest sees those they share a workgroup with, and is in no department.
      const guest = await invite(world, { EXTRANET: 'Y', SONET_GROUP_ID: [await workgroup(world, 5), '5'] });
      expect(await personSeen(world, guest)).toMatchObject({ UF_DEPARTMENT: [], USER_TYPE: 'extranet' });
      const seen = await world.app.store.read((work) => work.users.listContactsOf(guest));
      expect(seen.sort()).toEqual([world.alice.id, world.bob.id, guest].sort());
    },
  },
});
