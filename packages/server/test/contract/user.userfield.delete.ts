import { expect } from 'vitest';
import { addField, fieldAdder, fieldsOf } from '../scenes/user-fields.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'user.userfield.delete',
  async example(world) {
    const as = await fieldAdder(world);
    return { as, params: { id: await addField(as, { USER_TYPE_ID: 'string' }) } };
  },
  errors: {
    async ': Access denied.'(world) {
      const id = await addField(await fieldAdder(world), { USER_TYPE_ID: 'string' });
      const { body } = await (await fieldAdder(world, world.bob)).call('user.userfield.delete', { id });
      expect(body).toMatchObject({ error: '', error_description: 'Access denied.' });
      return { as: await fieldAdder(world), params: { id: id + 1 } };
    },
    ': ID is not defined or invalid': async (world) => ({ as: await fieldAdder(world), params: {} }),
  },
  params: {
    async id(world) {
      const as = await fieldAdder(world);
      const id = await addField(as, { USER_TYPE_ID: 'enumeration', LIST: [{ VALUE: 'one' }] });
      await addField(as, { USER_TYPE_ID: 'string', FIELD_NAME: 'OTHER' });
      expect(await as.ok('user.userfield.delete', { id })).toBe(true);
      expect(await fieldsOf(as)).toMatchObject([{ FIELD_NAME: 'UF_USR_OTHER' }]);
    },
  },
});
