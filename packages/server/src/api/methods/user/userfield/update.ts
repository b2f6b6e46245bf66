import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { childrenOf, within } from '#api/kernel/definition/within.ts';
import { field } from '#api/terms/basic/fields.ts';
import { administrator } from '#api/terms/person/access.ts';
import { knownUserField } from '#api/terms/user-field/access.ts';
import { changeableParams, toChanged, toLabels } from '#api/terms/user-field/params.ts';
import { userFieldRow } from '#api/terms/user-field/rows.ts';
import { changeUserField } from '#domain/user-field/shape-field.ts';

export default defineMethod({
  name: 'user.userfield.update',
  summary: 'Changes a field of people; its type and its code stay.',
  page: 'api-reference/user/userfields/user-userfield-update',
  scope: 'user.userfield',
  params: { id: field.requiredId('field', 'Id of the field'), ...within('fields', changeableParams) },
  guards: [administrator],
  load: { userField: ({ id }) => knownUserField(id) },
  errors: [userFieldRow.notAdministrator, { ...userFieldRow.idInvalid, wrong: 'id' }, userFieldRow.fieldUnknown],
  result: z.literal(true),
  example: { params: { id: 42, fields: { SORT: 150, LIST_FILTER_LABEL: 'New Title' } }, result: true },
  async handle({ work, userField: known, params }) {
    const said = childrenOf('fields', params);
    const change = { ...toChanged(known.type, said, known.settings), labels: toLabels(said, known.labels) };
    return changeUserField(work, known, change, said.LIST);
  },
});
