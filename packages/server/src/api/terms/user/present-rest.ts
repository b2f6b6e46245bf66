import { toIso } from '#api/kernel/call/time-block.ts';
import type { User } from '#domain/user/user.ts';
import type { PersonField, PresentContext } from '../person/person-field.ts';

type Told = Readonly<Record<string, unknown>>;

/** Lists tell of these even where they were never given. */
const BLANK_IN_LISTS: ReadonlySet<string> = new Set([
  'SECOND_NAME',
  'TIME_ZONE',
  'PERSONAL_MOBILE',
  'PERSONAL_CITY',
  'WORK_PHONE',
]);

/** A person as `user.get` and `user.search` tell of them, in these fields. */
export function presentPerson(user: User, fields: readonly PersonField[], context: PresentContext): Told {
  return present(user, fields, context, ({ name }) => (BLANK_IN_LISTS.has(name) ? '' : undefined));
}

/** Clients expect these of the caller, as texts, although the documented example leaves them out. */
const BLANK_OF_CURRENT: ReadonlySet<string> = new Set(['XML_ID', 'TIME_ZONE']);

/** The caller as `user.current` tells of them. */
export function presentCurrentPerson(user: User, fields: readonly PersonField[], context: PresentContext): Told {
  const own = fields.filter(({ name }) => name !== 'USER_TYPE' && (name !== 'PERSONAL_WWW' || user.website));
  const told = present(user, own, context, ({ name }) => (BLANK_OF_CURRENT.has(name) ? '' : undefined));
  const times = { TIMESTAMP_X: toIso(user.changedAt), LAST_ACTIVITY_DATE: lastActivity(user) };
  return { ...told, ...Object.fromEntries(Object.entries(times).filter(([name]) => name in told)) };
}

/** A person as an event tells that they came (N15): nothing is said of what is empty. */
export function presentAddedPerson(user: User, fields: readonly PersonField[], context: PresentContext): Told {
  const told = { ...present(user, fields, context, () => undefined), ACTIVE: user.isActive ? '1' : '0' };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== '' && !isEmptyList(value)));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function present(
  user: User,
  fields: readonly PersonField[],
  context: PresentContext,
  blank: (field: PersonField) => unknown,
): Told {
  const told: Record<string, unknown> = {};
  for (const field of fields) {
    const value = field.present(user, context) ?? blank(field);
    if (value !== undefined) told[field.name] = value;
  }
  return told;
}

function lastActivity({ lastActivityAt }: User): string {
  return lastActivityAt === null ? '' : toIso(lastActivityAt).slice(0, 19).replace('T', ' ');
}
