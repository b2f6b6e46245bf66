import type { User } from '#domain/user/user.ts';
import type { Fact } from '../person/fact.ts';
import type { PersonField } from '../person/person-field.ts';
import { PERSON_FIELDS } from '../person/person-fields.ts';

/** How to compare the field of that name; undefined for what is no field, or none that the permissions open. */
export type FactFinder<T = User> = (name: string) => Fact<T> | undefined;

/** Filters may use these whatever the permissions: nothing of them is a secret. */
const ALWAYS = new Set(['ID', 'ACTIVE', 'IS_ONLINE', 'UF_DEPARTMENT', 'UF_PHONE_INNER', 'USER_TYPE']);

export function factFinder(open: readonly PersonField[], more: Readonly<Record<string, Fact>> = {}): FactFinder {
  const known = [...PERSON_FIELDS.filter(({ name }) => ALWAYS.has(name)), ...open];
  const facts = new Map([...known.map(({ name, fact }) => [name, fact] as const), ...Object.entries(more)]);
  return (name) => facts.get(name);
}
