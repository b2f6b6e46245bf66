import type { PersonField } from './person-field.ts';
import { PERSON_FIELDS } from './person-fields.ts';
import type { UserScope } from './user-scope.ts';

const NARROWEST_FIRST: readonly UserScope[] = ['user_brief', 'user_basic', 'user'];

/** The fields that the widest of the permissions opens. */
export function openFields(scope: readonly string[]): readonly PersonField[] {
  const widest = NARROWEST_FIRST.findLastIndex((one) => scope.includes(one));
  return PERSON_FIELDS.filter(({ opensWith }) => NARROWEST_FIRST.indexOf(opensWith) <= widest);
}

/** What of the open fields a caller asks for by name, `*` or `UF_*`; nothing asked for is all of them. */
export function selectFields(asked: readonly string[], open: readonly PersonField[]): readonly PersonField[] {
  const names = new Set(asked.map((name) => name.trim().toUpperCase()));
  if (names.size === 0 || names.has('*')) return open;
  return open.filter(({ name }) => names.has(name) || (names.has('UF_*') && name.startsWith('UF_')));
}
