import { isOnline } from '../../domain/user/presence.ts';
import type { User } from '../../domain/user/user.ts';
import { personType } from '../present/v1/rest-user.ts';
import { departmentsOf } from '../present/v1/user.ts';

/** What a field of a person is compared as: text in lower case, numbers, 0 and 1, or milliseconds since 1970. */
export type FactKind = 'text' | 'number' | 'flag' | 'time';

export interface Fact {
  readonly kind: FactKind;
  /** None for an empty field, several for one that holds a list. */
  values(user: User, now: number): readonly (string | number)[];
}

const DAY = 24 * 60 * 60_000;

const text = (of: (user: User) => string): Fact => ({
  kind: 'text',
  values: (user) => (of(user) === '' ? [] : [of(user).toLowerCase()]),
});
const number = (of: (user: User) => readonly number[]): Fact => ({ kind: 'number', values: of });
const flag = (of: (user: User, now: number) => boolean): Fact => ({
  kind: 'flag',
  values: (user, now) => [Number(of(user, now))],
});
/** Whole seconds: that is what callers are shown, and what they ask for again. */
const time = (of: (user: User) => number | null): Fact => ({
  kind: 'time',
  values: (user) => [of(user)].flatMap((at) => (at === null ? [] : [Math.floor(at / 1000) * 1000])),
});

const FACTS: Readonly<Record<string, Fact>> = {
  ID: number((user) => [user.id]),
  ACTIVE: flag((user) => user.isActive),
  NAME: text((user) => user.name),
  LAST_NAME: text((user) => user.lastName),
  EMAIL: text((user) => user.email),
  LAST_LOGIN: time((user) => user.lastActivityAt),
  LAST_ACTIVITY_DATE: time((user) => user.lastActivityAt),
  DATE_REGISTER: time((user) => user.createdAt - (user.createdAt % DAY)),
  TIMESTAMP_X: time((user) => user.createdAt),
  IS_ONLINE: flag(isOnline),
  PERSONAL_GENDER: text((user) => user.gender),
  PERSONAL_WWW: text((user) => user.website),
  PERSONAL_BIRTHDAY: time((user) => (user.birthday ? Date.parse(user.birthday) : null)),
  PERSONAL_PHOTO: text((user) => user.photo),
  WORK_POSITION: text((user) => user.workPosition),
  UF_EMPLOYMENT_DATE: time(() => null),
  UF_DEPARTMENT: number(departmentsOf),
  USER_TYPE: text(personType),
};

/** Documented, but not known of anybody here. */
const EMPTY = text(() => '');

/** Filters may use these whatever the permissions: nothing of them is a secret. */
const ALWAYS = new Set(['ID', 'ACTIVE', 'IS_ONLINE', 'UF_DEPARTMENT', 'UF_PHONE_INNER', 'USER_TYPE']);

/** How to compare that field; undefined for what is no field, or none that the permissions open. */
export function factOf(name: string, open: ReadonlySet<string>): Fact | undefined {
  if (!ALWAYS.has(name) && !open.has(name)) return undefined;
  return Object.hasOwn(FACTS, name) ? FACTS[name] : EMPTY;
}
