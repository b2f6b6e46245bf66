import { z } from 'zod';
import { definePublicEvent } from '#api/kernel/definition/event.ts';
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

const text = z.string();
const payload = z.object({
  ID: text,
  ACTIVE: z.enum(['Y', 'N']),
  NAME: text,
  LAST_NAME: text,
  EMAIL: text,
  DATE_REGISTER: text,
  PERSONAL_GENDER: z.enum(['M', 'F', '']),
  PERSONAL_BIRTHDAY: text.describe('YYYY-MM-DD; empty: not told'),
  WORK_POSITION: text,
  UF_EMPLOYMENT_DATE: text.describe('YYYY-MM-DD; empty: not told'),
  UF_DEPARTMENT: z.array(z.number().int()),
});

export default definePublicEvent({
  name: 'ONUSERADD',
  page: 'api-reference/common/events/on-user-add',
  scope: 'user',
  on: 'userAdded',
  grants: 'access',
  payload,
  async data({ work, event, origin }) {
    const user = await work.users.findUser(event.personId);
    if (!user) return undefined;
    const told = {
      ACTIVE: yesNo(user.isActive),
      ...presentPerson(user, FIELDS, { now: work.now, origin }),
      // Days, and no midnights: not as the methods tell them.
      PERSONAL_BIRTHDAY: user.birthday,
      UF_EMPLOYMENT_DATE: user.profile.word('employedSince') ?? '',
    };
    // Fields are told one by one, by tables that know no single one of them.
    return told as unknown as z.infer<typeof payload>;
  },
});
