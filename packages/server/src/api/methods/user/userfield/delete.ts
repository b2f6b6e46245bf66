import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { administrator } from '#api/terms/person/access.ts';
import { knownUserField } from '#api/terms/user-field/access.ts';
import { userFieldRow } from '#api/terms/user-field/rows.ts';
import { deleteUserField } from '#domain/user-field/shape-field.ts';

export default defineMethod({
  name: 'user.userfield.delete',
  summary: 'Takes a field away from everybody, with what was said in it.',
  page: 'api-reference/user/userfields/user-userfield-delete',
  scope: 'user.userfield',
  params: { id: field.requiredId('field', 'Id of the field') },
  guards: [administrator],
  load: { userField: ({ id }) => knownUserField(id) },
  errors: [userFieldRow.notAdministrator, { ...userFieldRow.idInvalid, wrong: 'id' }, userFieldRow.fieldUnknown],
  result: z.literal(true),
  example: { params: { id: 123 }, result: true },
  handle: ({ work, userField: known }) => deleteUserField(work, known),
});
