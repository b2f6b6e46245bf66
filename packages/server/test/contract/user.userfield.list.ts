import { expect } from 'vitest';
import { addField, fieldAdder, fieldsOf } from '../scenes/user-fields.ts';
import type { Calling, World } from '../world.ts';
import { contract } from './contract.ts';

/** Two fields that differ in all that lists are sorted by. */
async function twoFields(world: World): Promise<Calling> {
  const as = await fieldAdder(world);
  await addField(as, {
    ...{ FIELD_NAME: 'ONE', USER_TYPE_ID: 'enumeration', XML_ID: 'b', SORT: 20, MULTIPLE: 'Y', MANDATORY: 'N' },
    ...{ SHOW_FILTER: 'Y', SHOW_IN_LIST: 'N', EDIT_IN_LIST: 'Y', IS_SEARCHABLE: 'N', LIST: [{ VALUE: 'only' }] },
  });
  await addField(as, {
    ...{ FIELD_NAME: 'TWO', USER_TYPE_ID: 'money', XML_ID: 'a', SORT: 10, MULTIPLE: 'N', MANDATORY: 'Y' },
    ...{ SHOW_FILTER: 'N', SHOW_IN_LIST: 'Y', EDIT_IN_LIST: 'N', IS_SEARCHABLE: 'Y' },
  });
  return as;
}

const names = async (as: Calling, params: Record<string, unknown>) =>
  (await fieldsOf(as, params)).map(({ FIELD_NAME }) => FIELD_NAME.slice('UF_USR_'.length));

/** Sorted by that field, the one comes first in one direction, and the other in the other. */
const sortedBy = (name: string, ascending: readonly string[]) => async (world: World) => {
  const as = await twoFields(world);
  expect(await names(as, { order: { [name]: 'asc' } })).toEqual(ascending);
  expect(await names(as, { order: { [name.toLowerCase()]: 'DESC' } })).toEqual([...ascending].reverse());
};

export default contract({
  method: 'user.userfield.list',
  async example(world) {
    const as = await fieldAdder(world);
    await addField(as, { FIELD_NAME: 'ONE', USER_TYPE_ID: 'enumeration', LIST: [{ VALUE: '1' }] });
    await addField(as, { FIELD_NAME: 'MONEY', USER_TYPE_ID: 'money' });
    return { as, params: {} };
  },
  errors: {
    ': Access denied.': async (world) => ({ as: await fieldAdder(world, world.bob), params: {} }),
    ': ID is not defined or invalid': async (world) => ({
      as: await fieldAdder(world),
      params: { filter: { id: 'first' } },
    }),
  },
  params: {
    'order.ID': sortedBy('ID', ['ONE', 'TWO']),
    'order.FIELD_NAME': sortedBy('FIELD_NAME', ['ONE', 'TWO']),
    'order.USER_TYPE_ID': sortedBy('USER_TYPE_ID', ['ONE', 'TWO']),
    'order.XML_ID': sortedBy('XML_ID', ['TWO', 'ONE']),
    'order.SORT': sortedBy('SORT', ['TWO', 'ONE']),
    'order.MULTIPLE': sortedBy('MULTIPLE', ['TWO', 'ONE']),
    'order.MANDATORY': sortedBy('MANDATORY', ['ONE', 'TWO']),
    'order.SHOW_FILTER': sortedBy('SHOW_FILTER', ['TWO', 'ONE']),
    'order.SHOW_IN_LIST': sortedBy('SHOW_IN_LIST', ['ONE', 'TWO']),
    'order.EDIT_IN_LIST': sortedBy('EDIT_IN_LIST', ['TWO', 'ONE']),
    'order.IS_SEARCHABLE': sortedBy('IS_SEARCHABLE', ['ONE', 'TWO']),
    async filter(world) {
      const as = await twoFields(world);
      const [{ ID }] = await fieldsOf(as);
      expect(await names(as, { filter: { ID } })).toEqual(['ONE']);
      expect(await names(as, { filter: { '>ID': ID } })).toEqual(['TWO']);
      expect(await names(as, { filter: { '%FIELD_NAME': 'usr_t' } })).toEqual(['TWO']);
      expect(await names(as, { filter: { MULTIPLE: 'Y', USER_TYPE_ID: 'money' } })).toEqual([]);
      expect(await names(as, { filter: { '!XML_ID': 'a' } })).toEqual(['ONE']);
      expect(await names(as, { filter: { '<SORT': 15 } })).toEqual(['TWO']);
    },
  },
});
