import { defineOpenEvent } from '#api/kernel/definition/event.ts';
import { yesNo } from '#api/terms/basic/yes-no.ts';
import { PERSON_FIELDS } from '#api/terms/person/person-fields.ts';
import { presentPerson } from '#api/terms/user/present-rest.ts';

const TOLD: ReadonlySet<string> = new Set([
  'ID',
  'EMAIL',
  'NAME',
  'LAST_NAME',
  'PERSONAL_GENDER',
  'PERSONAL_BIRTHDAY',
  'UF_DEPARTMENT',
  'DATE_REGISTER',
  'WORK_POSITION',
  'UF_EMPLOYMENT_DATE',
]);
const FIELDS = PERSON_FIELDS.filter(({ name }) => TOLD.has(name));

export default defineOpenEvent({
  name: 'ONUSERADD',
  page: 'api-reference/common/events/on-user-add',
  scope: 'user',
  on: 'userAdded',
  grants: 'access',
  async data({ work, event, origin }) {
    const user = await work.users.findUser(event.personId);
    if (!user) return undefined;
    return {
      ACTIVE: yesNo(user.isActive),
      ...presentPerson(user, FIELDS, { now: work.now, origin }),
      // Days, and no midnights: not as the methods tell them.
      PERSONAL_BIRTHDAY: user.birthday,
      UF_EMPLOYMENT_DATE: user.profile.word('employedSince') ?? '',
    };
  },
});
