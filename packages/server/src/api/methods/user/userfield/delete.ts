import { z } from 'zod';
import { deleteUserField } from '../../../../domain/user-field/shape-field.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { administrator, userField } from '../../../loaders.ts';
import { row } from '../../../user-field/rows.ts';

export default defineMethod({
  name: 'user.userfield.delete',
  summary: 'Takes a field away from everybody, with what was said in it.',
  page: 'api-reference/user/userfields/user-userfield-delete',
  scope: 'user.userfield',
  params: { id: field.requiredId('Id of the field') },
  load: { administrator, userField },
  errors: [row.notAdministrator, { ...row.idInvalid, wrong: 'id' }, row.fieldUnknown],
  result: z.literal(true),
  example: { params: { id: 123 }, result: true },
  handle: ({ work, userField: known }) => deleteUserField(work, known),
});
