import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { childrenOf, within } from '#api/kernel/definition/within.ts';
import { administrator } from '#api/terms/person/access.ts';
import { parseFieldCode } from '#api/terms/user-field/names.ts';
import {
  changeableParams,
  foundingParams,
  isKnownType,
  NEW_FIELD,
  toChanged,
  toLabels,
} from '#api/terms/user-field/params.ts';
import { userFieldRow } from '#api/terms/user-field/rows.ts';
import { addUserField } from '#domain/user-field/shape-field.ts';
import { refused } from '#kit/outcome.ts';

export default defineMethod({
  name: 'user.userfield.add',
  summary: 'Gives everybody in the portal a further field.',
  page: 'api-reference/user/userfields/user-userfield-add',
  scope: 'user.userfield',
  params: within('fields', { ...foundingParams, ...changeableParams }),
  guards: [administrator],
  errors: [
    userFieldRow.typeEmpty,
    userFieldRow.handlerEmpty,
    userFieldRow.fieldExists,
    userFieldRow.notCreated,
    { code: '', message: "The 'FIELD_NAME' field is not found.", missing: 'fields.FIELD_NAME' },
    userFieldRow.typeMissing,
    userFieldRow.notAdministrator,
  ],
  result: z.number().int(),
  example: { params: { fields: { FIELD_NAME: 'DEALS', USER_TYPE_ID: 'crm', SETTINGS: { DEAL: 'Y' } } }, result: 177 },
  async handle({ work, caller, params }) {
    const { FIELD_NAME, USER_TYPE_ID, MULTIPLE, ...said } = childrenOf('fields', params);
    // Types of programs' own have no page to be shown on here.
    if (!isKnownType(USER_TYPE_ID)) return refused('field_impossible');
    const draft = {
      ...NEW_FIELD,
      portalId: caller.portal.id,
      code: parseFieldCode(FIELD_NAME),
      type: USER_TYPE_ID,
      isMultiple: MULTIPLE,
      ...toChanged(USER_TYPE_ID, said),
      labels: toLabels(said),
    };
    return addUserField(work, draft, said.LIST);
  },
});
