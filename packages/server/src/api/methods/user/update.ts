import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { administrator, knownPerson } from '#api/terms/person/access.ts';
import { personParams, toPersonChange } from '#api/terms/person/given-person.ts';
import { personRow } from '#api/terms/person/rows.ts';
import { changedFields, gatherOwnFields, ownFieldParams } from '#api/terms/user-field/sent.ts';
import { changePerson } from '#domain/user/change-person.ts';

export default defineMethod({
  name: 'user.update',
  summary: 'Changes what is told of a person, dismisses them or takes them back.',
  page: 'api-reference/user/user-update',
  scope: 'user',
  prepare: gatherOwnFields,
  params: {
    ID: field.requiredId('user', 'Id of the person'),
    ACTIVE: field.changeFlag('N dismisses them, Y takes them back'),
    ...personParams,
    ...ownFieldParams,
  },
  guards: [administrator],
  load: { person: ({ ID }) => knownPerson(ID), fields: ({ 'UF_USR_*': sent }) => changedFields(sent) },
  errors: [
    personRow.notAdministrator,
    { code: 'ERROR_CORE', message: '', wrong: 'ID' },
    { code: 'ERROR_CORE', message: 'access_denied', refused: 'person_unknown' },
    { code: 'ERROR_CORE', message: 'A user with this email already exists', refused: 'email_taken' },
    { code: 'ERROR_CORE', message: 'Nobody can dismiss themselves', refused: 'own_dismissal' },
    { code: 'ERROR_CORE', message: 'An employee works in a department', refused: 'no_department' },
    personRow.departmentUnknown,
    personRow.wrongFields,
    personRow.fieldRefused,
  ],
  result: z.literal(true),
  example: { params: { ID: 1, NAME: 'Administrator', LAST_NAME: 'SomeLastName' }, result: true },
  async handle({ work, caller, person, fields, params }) {
    return changePerson(work, caller.user, person, { ...toPersonChange(params), isActive: params.ACTIVE, fields });
  },
});
