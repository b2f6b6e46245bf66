import { z } from 'zod';
import { invitePerson } from '../../../domain/user/invite-person.ts';
import { mapDone } from '../../../kit/outcome.ts';
import { field } from '../../fields.ts';
import { defineMethod } from '../../kernel/method.ts';
import { administrator } from '../../loaders.ts';
import { requiredEmailField, workgroupsField } from '../../person/given.ts';
import { personParams, toPersonChange } from '../../person/given-person.ts';
import { row, wrongArgument } from '../../person/rows.ts';
import { fieldsOfNewPerson, gatherOwnFields, ownFieldParams } from '../../user-field/sent.ts';

export default defineMethod({
  name: 'user.add',
  summary: 'Invites somebody into the portal.',
  page: 'api-reference/user/user-add',
  scope: 'user',
  prepare: gatherOwnFields,
  params: {
    ...personParams,
    ...ownFieldParams,
    EMAIL: requiredEmailField,
    EXTRANET: field.flag('Y: a guest, who sees only those they share a chat with', false),
    SONET_GROUP_ID: workgroupsField,
  },
  load: { administrator, fields: fieldsOfNewPerson },
  errors: [
    { ...wrongArgument('wrong_email'), wrong: 'EMAIL' },
    { ...wrongArgument('A user with this email already exists'), refused: 'email_taken' },
    row.notAdministrator,
    { ...wrongArgument('user_count_exceeded'), refused: 'too_many_people' },
    { code: 'ERROR_GROUPID', message: 'Group code not specified', refused: 'no_workgroup' },
    { code: 'ERROR_NO_GROUP', message: 'Group is specified incorrectly', refused: 'workgroup_unknown' },
    { ...wrongArgument('no_extranet_field'), refused: 'no_department' },
    row.departmentUnknown,
    row.wrongFields,
    row.fieldRefused,
  ],
  result: z.number().int(),
  example: { params: { EMAIL: 'newuser1@example.com', UF_DEPARTMENT: [1] }, result: 12 },
  async handle({ work, administrator: inviter, fields, params }) {
    const invited = await invitePerson(work, inviter, {
      email: params.EMAIL,
      known: toPersonChange(params),
      fields,
      isExtranet: params.EXTRANET,
      workgroupIds: params.SONET_GROUP_ID,
    });
    return mapDone(invited, ({ id }) => id);
  },
});
