import { isOnline } from '../../../domain/user/presence.ts';
import type { User } from '../../../domain/user/user.ts';
import { toIso } from '../../kernel/time-block.ts';
import { imageUrl } from '../image-url.ts';
import { departmentsOf } from './user.ts';
import { yesNo } from './yes-no.ts';

type PersonType = 'employee' | 'extranet';

export function personType(user: User): PersonType {
  return user.isExtranet ? 'extranet' : 'employee';
}

/** A person as `user.get` tells of them; what a portal of ours does not know of anybody is empty. */
export function presentPerson(user: User, now: number, origin: string): Readonly<Record<string, unknown>> {
  return {
    ID: String(user.id),
    ACTIVE: user.isActive,
    NAME: user.name,
    LAST_NAME: user.lastName,
    SECOND_NAME: '',
    EMAIL: user.email,
    LAST_LOGIN: user.lastActivityAt === null ? '' : toIso(user.lastActivityAt),
    DATE_REGISTER: startOfDay(user.createdAt),
    TIME_ZONE: '',
    IS_ONLINE: yesNo(isOnline(user, now)),
    // These two are documented, and answered, as objects with nothing in them.
    TIMESTAMP_X: {},
    LAST_ACTIVITY_DATE: {},
    PERSONAL_GENDER: user.gender,
    PERSONAL_WWW: user.website,
    PERSONAL_BIRTHDAY: user.birthday && `${user.birthday}T00:00:00+00:00`,
    ...(user.photo && { PERSONAL_PHOTO: imageUrl(origin, user.photo) }),
    PERSONAL_MOBILE: '',
    PERSONAL_CITY: '',
    WORK_PHONE: '',
    WORK_POSITION: user.workPosition,
    UF_EMPLOYMENT_DATE: '',
    UF_DEPARTMENT: departmentsOf(user),
    USER_TYPE: personType(user),
  };
}

/** Told by `user.get` and not by `user.current`. */
const OF_LISTS = [
  'SECOND_NAME',
  'TIME_ZONE',
  'TIMESTAMP_X',
  'PERSONAL_MOBILE',
  'PERSONAL_CITY',
  'WORK_PHONE',
  'USER_TYPE',
];

/** The caller as `user.current` tells of them. */
export function presentCurrentPerson(user: User, now: number, origin: string): Readonly<Record<string, unknown>> {
  const told = Object.entries(presentPerson(user, now, origin)).filter(
    ([name]) => !OF_LISTS.includes(name) && (name !== 'PERSONAL_WWW' || user.website),
  );
  return {
    ...Object.fromEntries(told),
    LAST_ACTIVITY_DATE: user.lastActivityAt === null ? '' : toIso(user.lastActivityAt).slice(0, 19).replace('T', ' '),
  };
}

/** Only those of the fields that stand in `names`. */
export function pickFields(
  person: Readonly<Record<string, unknown>>,
  names: { has(name: string): boolean },
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(person).filter(([name]) => names.has(name)));
}

function startOfDay(at: number): string {
  return `${toIso(at).slice(0, 10)}T00:00:00+00:00`;
}
