/*
 * Which fields of a person the permissions open: https://apidocs.bitrix24.com/api-reference/user/user-scope.html
 * `user` opens all, `user_basic` the contact details, `user_brief` what is needed to show a name.
 */

export const USER_SCOPES = ['user', 'user_brief', 'user_basic'] as const;

const WIDEST_FIRST = ['user', 'user_basic', 'user_brief'] as const;

const NAMES = [
  'ID',
  'XML_ID',
  'ACTIVE',
  'NAME',
  'LAST_NAME',
  'SECOND_NAME',
  'TITLE',
  'IS_ONLINE',
  'TIME_ZONE',
  'TIMESTAMP_X',
  'DATE_REGISTER',
  'LAST_ACTIVITY_DATE',
];
const PERSON = [
  'PERSONAL_PROFESSION',
  'PERSONAL_GENDER',
  'PERSONAL_BIRTHDAY',
  'PERSONAL_PHOTO',
  'PERSONAL_CITY',
  'PERSONAL_STATE',
  'PERSONAL_COUNTRY',
];
const JOB = [
  'WORK_POSITION',
  'WORK_CITY',
  'WORK_STATE',
  'WORK_COUNTRY',
  'UF_EMPLOYMENT_DATE',
  'UF_TIMEMAN',
  'UF_SKILLS',
  'UF_INTERESTS',
  'UF_DEPARTMENT',
  'UF_PHONE_INNER',
];
const PERSONAL_CONTACTS = [
  'EMAIL',
  'PERSONAL_PHONE',
  'PERSONAL_FAX',
  'PERSONAL_MOBILE',
  'PERSONAL_PAGER',
  'PERSONAL_STREET',
  'PERSONAL_MAILBOX',
  'PERSONAL_ZIP',
  'PERSONAL_NOTES',
];
const WORK_CONTACTS = [
  'WORK_COMPANY',
  'WORK_DEPARTMENT',
  'WORK_WWW',
  'WORK_PHONE',
  'WORK_FAX',
  'WORK_PAGER',
  'WORK_STREET',
  'WORK_MAILBOX',
  'WORK_ZIP',
  'WORK_PROFILE',
  'WORK_LOGO',
  'WORK_NOTES',
];
const ACCOUNTS = [
  'UF_DISTRICT',
  'UF_SKYPE',
  'UF_SKYPE_LINK',
  'UF_ZOOM',
  'UF_TWITTER',
  'UF_FACEBOOK',
  'UF_LINKEDIN',
  'UF_XING',
  'UF_WEB_SITES',
];
const PRIVATE = ['LAST_LOGIN', 'PERSONAL_WWW', 'PERSONAL_ICQ', 'USER_TYPE'];

const BRIEF = [...NAMES, ...PERSON, ...JOB];
const BASIC = [...BRIEF, ...PERSONAL_CONTACTS, ...WORK_CONTACTS, ...ACCOUNTS];

const OPENED: Readonly<Record<(typeof USER_SCOPES)[number], ReadonlySet<string>>> = {
  user: new Set([...BASIC, ...PRIVATE]),
  user_basic: new Set(BASIC),
  user_brief: new Set(BRIEF),
};

/** The fields that the widest of the permissions opens. */
export function openFields(scope: readonly string[]): ReadonlySet<string> {
  const widest = WIDEST_FIRST.find((one) => scope.includes(one));
  return widest ? OPENED[widest] : new Set();
}

/** What of the open fields a caller asks for by name, `*` or `UF_*`; nothing asked for is all of them. */
export function selectFields(asked: readonly string[], open: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set(asked.map((name) => name.trim().toUpperCase()));
  if (names.size === 0 || names.has('*')) return open;
  return new Set([...open].filter((name) => names.has(name) || (names.has('UF_*') && name.startsWith('UF_'))));
}
