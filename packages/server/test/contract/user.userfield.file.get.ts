import { expect } from 'vitest';
import { addField, fieldAdder } from '../scenes/user-fields.ts';
import type { Person, World } from '../world.ts';
import { contract } from './contract.ts';

/** Bob has a file in two fields. */
async function bobsFiles(world: World): Promise<{ as: Person; one: object; other: object }> {
  const as = await fieldAdder(world);
  const said: Record<string, unknown> = {};
  for (const FIELD_NAME of ['ONE', 'OTHER']) {
    await addField(as, { FIELD_NAME, USER_TYPE_ID: 'file' });
    said[`UF_USR_${FIELD_NAME}`] = ['a.txt', Buffer.from(FIELD_NAME).toString('base64')];
  }
  await as.ok('user.update', { ID: world.bob.id, ...said });
  const [bob] = await as.ok('user.get', { ID: world.bob.id });
  return { as, one: bob.UF_USR_ONE.downloadData, other: bob.UF_USR_OTHER.downloadData };
}

const METHOD = 'user.userfield.file.get';

export default contract({
  method: METHOD,
  async example(world) {
    const { as, one } = await bobsFiles(world);
    return { as, params: { ...one } };
  },
  errors: {
    async ': Access denied.'(world) {
      const { as, one } = await bobsFiles(world);
      return { as, params: { ...one, id: world.carol.id } };
    },
    ': ID is not defined or invalid': async (world) => ({ as: await fieldAdder(world), params: { id: 'first' } }),
  },
  params: {
    async id(world) {
      const { as, one, other } = await bobsFiles(world);
      expect([await as.ok(METHOD, { ...one }), await as.ok(METHOD, { ...other })]).toEqual(['ONE', 'OTHER']);
      expect((await as.call(METHOD, { ...one, id: world.alice.id })).status).toBe(400);
    },
    async field(world) {
      const { as, one } = await bobsFiles(world);
      expect((await as.call(METHOD, { ...one, field: 'UF_USR_OTHER' })).status).toBe(400);
    },
    async value(world) {
      const { as, one } = await bobsFiles(world);
      expect((await as.call(METHOD, { ...one, value: 999 })).status).toBe(400);
    },
  },
});
