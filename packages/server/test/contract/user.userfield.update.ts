import { expect } from 'vitest';
import { addField, fieldAdder, fieldsOf, listedField, observeFieldParams } from '../scenes/user-fields.ts';
import { contract } from './contract.ts';

export default contract({
  method: 'user.userfield.update',
  async example(world) {
    const as = await fieldAdder(world);
    const id = await addField(as, { USER_TYPE_ID: 'string' });
    const fields = { SORT: 150, LIST_FILTER_LABEL: 'New Title', LIST_COLUMN_LABEL: 'New List Title' };
    return { as, params: { id, fields } };
  },
  errors: {
    async ': Access denied.'(world) {
      const id = await addField(await fieldAdder(world), { USER_TYPE_ID: 'string' });
      const bob = await fieldAdder(world, world.bob);
      const { body } = await bob.call('user.userfield.update', { id, fields: { SORT: 1 } });
      expect(body).toMatchObject({ error: '', error_description: 'Access denied.' });
      return { as: await fieldAdder(world), params: { id: id + 1 } };
    },
    ': ID is not defined or invalid': async (world) => ({ as: await fieldAdder(world), params: { id: 'first' } }),
  },
  params: {
    ...observeFieldParams(async (as, type, fields) => {
      const id = await addField(as, { USER_TYPE_ID: type });
      const before = await listedField(as, 'UF_USR_SAMPLE');
      await as.ok('user.userfield.update', { id, fields });
      const after = await listedField(as, 'UF_USR_SAMPLE');
      expect(after).not.toEqual(before);
      return after;
    }),
    async id(world) {
      const as = await fieldAdder(world);
      await addField(as, { USER_TYPE_ID: 'string' });
      const other = await addField(as, { USER_TYPE_ID: 'string', FIELD_NAME: 'OTHER' });
      // What says a field for good stays.
      const fields = { SORT: 7, MULTIPLE: 'Y', USER_TYPE_ID: 'money', FIELD_NAME: 'RENAMED' };
      await as.ok('user.userfield.update', { id: String(other), fields });
      expect(await fieldsOf(as)).toMatchObject([
        { FIELD_NAME: 'UF_USR_SAMPLE', SORT: '100' },
        { FIELD_NAME: 'UF_USR_OTHER', SORT: '7', MULTIPLE: 'N', USER_TYPE_ID: 'string' },
      ]);
    },
  },
});
