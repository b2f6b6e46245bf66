import { toIso } from '#api/kernel/call/time-block.ts';
import { isOnline } from '#domain/user/presence.ts';
import { flagFact, numberFact, textFact, timeFact } from './fact.ts';
import { departmentsField, emailField } from './given.ts';
import { column, day, gender, note, type PersonField, picture, toMidnight, word } from './person-field.ts';

const DAY = 24 * 60 * 60_000;

/**
 * Every field of a person that is documented, in the order of `user.fields`, with what that calls it; which permission
 * opens it stands in https://apidocs.bitrix24.com/api-reference/user/user-scope.html
 */
export const PERSON_FIELDS: readonly PersonField[] = [
  {
    name: 'ID',
    title: 'ID',
    opensWith: 'user_brief',
    present: ({ id }) => String(id),
    fact: numberFact(({ id }) => [id]),
  },
  word('XML_ID', 'External code', 'user_brief', 'externalId'),
  {
    name: 'ACTIVE',
    title: 'Activity',
    opensWith: 'user_brief',
    present: ({ isActive }) => isActive,
    fact: flagFact(({ isActive }) => isActive),
  },
  column('NAME', 'First Name', 'user_brief', 'name'),
  column('LAST_NAME', 'Last Name', 'user_brief', 'lastName'),
  word('SECOND_NAME', 'Middle Name', 'user_brief', 'secondName'),
  word('TITLE', 'User List', 'user_brief', 'title'),
  {
    ...column('EMAIL', 'E-Mail', 'user_basic', 'email'),
    given: { field: emailField, change: (email: string) => ({ email }) },
  },
  {
    name: 'LAST_LOGIN',
    title: 'Last Authorization',
    opensWith: 'user',
    present: ({ lastActivityAt }) => (lastActivityAt === null ? '' : toIso(lastActivityAt)),
    fact: timeFact(({ lastActivityAt }) => lastActivityAt),
  },
  {
    name: 'DATE_REGISTER',
    title: 'Registration Date',
    opensWith: 'user_brief',
    present: ({ createdAt }) => toMidnight(toIso(createdAt).slice(0, 10)),
    fact: timeFact(({ createdAt }) => createdAt - (createdAt % DAY)),
  },
  word('TIME_ZONE', 'TIME_ZONE', 'user_brief', 'timeZone'),
  {
    name: 'IS_ONLINE',
    title: 'IS_ONLINE',
    opensWith: 'user_brief',
    present: (user, { now }) => (isOnline(user, now) ? 'Y' : 'N'),
    fact: flagFact(isOnline),
  },
  // These two are documented, and answered, as objects with nothing in them.
  {
    name: 'TIMESTAMP_X',
    title: 'TIMESTAMP_X',
    opensWith: 'user_brief',
    present: () => ({}),
    fact: timeFact(({ changedAt }) => changedAt),
  },
  {
    name: 'LAST_ACTIVITY_DATE',
    title: 'LAST_ACTIVITY_DATE',
    opensWith: 'user_brief',
    present: () => ({}),
    fact: timeFact(({ lastActivityAt }) => lastActivityAt),
  },
  gender,
  word('PERSONAL_PROFESSION', 'Profession', 'user_brief', 'profession'),
  column('PERSONAL_WWW', 'Homepage', 'user', 'website'),
  day(
    'PERSONAL_BIRTHDAY',
    'Date of Birth',
    ({ birthday }) => birthday,
    (birthday) => ({ birthday }),
  ),
  picture('PERSONAL_PHOTO', 'Photo', 'user_brief', ({ photo }) => photo, 'photo'),
  word('PERSONAL_ICQ', 'ICQ', 'user', 'icq'),
  word('PERSONAL_PHONE', 'Personal Phone', 'user_basic', 'personalPhone'),
  word('PERSONAL_FAX', 'Fax', 'user_basic', 'personalFax'),
  word('PERSONAL_MOBILE', 'Personal Mobile', 'user_basic', 'personalMobile'),
  word('PERSONAL_PAGER', 'Pager', 'user_basic', 'personalPager'),
  word('PERSONAL_STREET', 'Residential Street', 'user_basic', 'personalStreet'),
  word('PERSONAL_CITY', 'Residential City', 'user_brief', 'personalCity'),
  word('PERSONAL_STATE', 'State / Region', 'user_brief', 'personalState'),
  word('PERSONAL_ZIP', 'Zip Code', 'user_basic', 'personalZip'),
  word('PERSONAL_COUNTRY', 'Country', 'user_brief', 'personalCountry'),
  word('PERSONAL_MAILBOX', 'P.O. Box', 'user_basic', 'personalMailbox'),
  note('PERSONAL_NOTES', 'Additional Notes', 'user_basic', 'personalNotes'),
  word('WORK_PHONE', 'Company Phone', 'user_basic', 'workPhone'),
  word('WORK_COMPANY', 'Company', 'user_basic', 'company'),
  column('WORK_POSITION', 'Job Title', 'user_brief', 'workPosition'),
  word('WORK_DEPARTMENT', 'Department', 'user_basic', 'departmentName'),
  word('WORK_WWW', 'Company Website', 'user_basic', 'workWebsite'),
  word('WORK_FAX', 'WORK_FAX', 'user_basic', 'workFax'),
  word('WORK_PAGER', 'WORK_PAGER', 'user_basic', 'workPager'),
  word('WORK_STREET', 'WORK_STREET', 'user_basic', 'workStreet'),
  word('WORK_MAILBOX', 'WORK_MAILBOX', 'user_basic', 'workMailbox'),
  word('WORK_CITY', 'Work City', 'user_brief', 'workCity'),
  word('WORK_STATE', 'WORK_STATE', 'user_brief', 'workState'),
  word('WORK_ZIP', 'WORK_ZIP', 'user_basic', 'workZip'),
  word('WORK_COUNTRY', 'WORK_COUNTRY', 'user_brief', 'workCountry'),
  note('WORK_PROFILE', 'WORK_PROFILE', 'user_basic', 'workProfile'),
  picture('WORK_LOGO', 'WORK_LOGO', 'user_basic', ({ profile }) => profile.word('workLogo') ?? '', 'logo'),
  note('WORK_NOTES', 'WORK_NOTES', 'user_basic', 'workNotes'),
  word('UF_SKYPE_LINK', 'Skype Chat Link', 'user_basic', 'skypeLink'),
  word('UF_ZOOM', 'Zoom', 'user_basic', 'zoom'),
  day(
    'UF_EMPLOYMENT_DATE',
    'Hire Date',
    ({ profile }) => profile.word('employedSince') ?? '',
    (employedSince) => ({ words: { employedSince } }),
  ),
  word('UF_TIMEMAN', 'Time Tracking', 'user_brief', 'timeTracking'),
  {
    name: 'UF_DEPARTMENT',
    title: 'Units',
    opensWith: 'user_brief',
    present: ({ profile }) => profile.departments,
    fact: numberFact(({ profile }) => profile.departments),
    given: { field: departmentsField, change: (departments: number[]) => ({ departments }) },
  },
  note('UF_INTERESTS', 'Interests', 'user_brief', 'interests'),
  note('UF_SKILLS', 'Skills', 'user_brief', 'skills'),
  note('UF_WEB_SITES', 'Other Websites', 'user_basic', 'websites'),
  word('UF_XING', 'Xing', 'user_basic', 'xing'),
  word('UF_LINKEDIN', 'LinkedIn', 'user_basic', 'linkedin'),
  word('UF_FACEBOOK', undefined, 'user_basic', 'facebook'),
  word('UF_TWITTER', 'Twitter', 'user_basic', 'twitter'),
  word('UF_SKYPE', 'Skype', 'user_basic', 'skype'),
  word('UF_DISTRICT', 'District', 'user_basic', 'district'),
  word('UF_PHONE_INNER', 'Extension', 'user_brief', 'innerPhone'),
  {
    name: 'USER_TYPE',
    title: 'USER_TYPE',
    opensWith: 'user',
    present: personType,
    fact: textFact(personType),
  },
];

function personType({ isExtranet }: { readonly isExtranet: boolean }): 'employee' | 'extranet' {
  return isExtranet ? 'extranet' : 'employee';
}
