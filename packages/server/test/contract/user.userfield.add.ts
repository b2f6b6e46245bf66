import { expect } from 'vitest';
import { storeRefuses } from '../scenes/refusals.ts';
import { fieldAdder, fieldsOf, listedField, observeFieldParams } from '../scenes/user-fields.ts';
import { contract } from './contract.ts';

const DEALS = { FIELD_NAME: 'DEALS', USER_TYPE_ID: 'crm' };

export default contract({
  method: 'user.userfield.add',
  async example(world) {
    return {
      as: await fieldAdder(world),
      params: {
        fields: {
          FIELD_NAME: 'UF_USR_DEALS',
          USER_TYPE_ID: 'crm',
          XML_ID: 'UF_CRM_DEALS',
          SORT: 100,
          MULTIPLE: 'Y',
          MANDATORY: 'N',
          SHOW_FILTER: 'N',
          SHOW_IN_LIST: 'Y',
          EDIT_IN_LIST: 'Y',
          SETTINGS: { DEAL: 'Y' },
          LABEL: 'CRM Deal Linking',
          EDIT_FORM_LABEL: { de: 'CRM Deal Linking' },
        },
      },
    };
  },
  errors: {
    "ERROR_ARGUMENT: Argument 'USER_TYPE_ID' is null or empty": async (world) => ({
      as: await fieldAdder(world),
      params: { fields: { ...DEALS, USER_TYPE_ID: null } },
    }),
    "ERROR_ARGUMENT: Argument 'HANDLER' is null or empty": async (world) => ({
      as: await fieldAdder(world),
      params: { fields: { ...DEALS, USER_TYPE_ID: 'my_own_type' } },
    }),
    async 'ERROR_CORE: Field UF_USR_DEALS for USER object already exists'(world) {
      const as = await fieldAdder(world);
      await as.ok('user.userfield.add', { fields: { ...DEALS, FIELD_NAME: 'uf_deals' } });
      return { as, params: { fields: DEALS } };
    },
    async 'ERROR_CORE: Fail to create new user field'(world) {
      const as = await fieldAdder(world);
      const refusal = async (fields: object) =>
        (await as.call('user.userfield.add', { fields })).body.error_description;
      expect(await refusal({ ...DEALS, FIELD_NAME: 'Déjà vu' })).toBe('Fail to create new user field');
      expect(await refusal({ ...DEALS, USER_TYPE_ID: 'mine', HANDLER: 'https://example.com/' })).toBe(
        'Fail to create new user field',
      );
      await storeRefuses(world, 'insert on user_field');
      return { as, params: { fields: DEALS } };
    },
    ": The 'FIELD_NAME' field is not found.": async (world) => ({
      as: await fieldAdder(world),
      params: { fields: { USER_TYPE_ID: 'crm' } },
    }),
    ": The 'USER_TYPE_ID' field is not found.": async (world) => ({
      as: await fieldAdder(world),
      params: { fields: { FIELD_NAME: 'DEALS' } },
    }),
    ': Access denied.': async (world) => ({ as: await fieldAdder(world, world.bob), params: { fields: DEALS } }),
  },
  params: {
    ...observeFieldParams(async (as, type, fields) => {
      await as.ok('user.userfield.add', { fields: { FIELD_NAME: 'SAMPLE', USER_TYPE_ID: type, ...fields } });
      return listedField(as, 'UF_USR_SAMPLE');
    }),
    async 'fields.FIELD_NAME'(world) {
      const as = await fieldAdder(world);
      for (const FIELD_NAME of ['deals', 'UF_TASKS', 'uf_usr_calls'])
        await as.ok('user.userfield.add', { fields: { ...DEALS, FIELD_NAME } });
      expect((await fieldsOf(as)).map(({ FIELD_NAME }) => FIELD_NAME)).toEqual([
        'UF_USR_DEALS',
        'UF_USR_TASKS',
        'UF_USR_CALLS',
      ]);
    },
    async 'fields.USER_TYPE_ID'(world) {
      const as = await fieldAdder(world);
      await as.ok('user.userfield.add', { fields: { ...DEALS, USER_TYPE_ID: 'Money' } });
      expect(await listedField(as, 'UF_USR_DEALS')).toMatchObject({ USER_TYPE_ID: 'money' });
    },
    async 'fields.MULTIPLE'(world) {
      const as = await fieldAdder(world);
      await as.ok('user.userfield.add', { fields: { ...DEALS, MULTIPLE: 'Y' } });
      await as.ok('user.userfield.add', { fields: { ...DEALS, FIELD_NAME: 'DEAL', MULTIPLE: 'N' } });
      expect(await fieldsOf(as)).toMatchObject([{ MULTIPLE: 'Y' }, { MULTIPLE: 'N' }]);
    },
  },
});
