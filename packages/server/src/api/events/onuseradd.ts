import { defineOpenEvent } from '../kernel/event.ts';
import { PERSON_FIELDS } from '../person/person-fields.ts';
import { presentPerson } from '../present/v1/rest-user.ts';
import { yesNo } from '../present/v1/yes-no.ts';

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
