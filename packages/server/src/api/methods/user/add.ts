import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { administrator } from '#api/terms/person/access.ts';
import { requiredEmailField, workgroupsField } from '#api/terms/person/given.ts';
import { personParams, toPersonChange } from '#api/terms/person/given-person.ts';
import { personRow, wrongArgument } from '#api/terms/person/rows.ts';
import { fieldsOfNewPerson, gatherOwnFields, ownFieldParams } from '#api/terms/user-field/sent.ts';
import { invitePerson } from '#domain/user/invite-person.ts';
import { mapDone } from '#kit/outcome.ts';

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
  guards: [administrator],
  load: { fields: ({ 'UF_USR_*': sent }) => fieldsOfNewPerson(sent) },
  errors: [
    { ...wrongArgument('wrong_email'), wrong: 'EMAIL' },
    { ...wrongArgument('A user with this email already exists'), refused: 'email_taken' },
    personRow.notAdministrator,
    { ...wrongArgument('user_count_exceeded'), refused: 'too_many_people' },
    { code: 'ERROR_GROUPID', message: 'Group code not specified', refused: 'no_workgroup' },
    { code: 'ERROR_NO_GROUP', message: 'Group is specified incorrectly', refused: 'workgroup_unknown' },
    { ...wrongArgument('no_extranet_field'), refused: 'no_department' },
    personRow.departmentUnknown,
    personRow.wrongFields,
    personRow.fieldRefused,
  ],
  result: z.number().int(),
  example: { params: { EMAIL: 'newuser1@example.com', UF_DEPARTMENT: [1] }, result: 12 },
  async handle({ work, caller, fields, params }) {
    const invited = await invitePerson(work, caller.user, {
      email: params.EMAIL,
      known: toPersonChange(params),
      fields,
      isExtranet: params.EXTRANET,
      workgroupIds: params.SONET_GROUP_ID,
    });
    return mapDone(invited, ({ id }) => id);
  },
});
