import type { PersonChange } from '../../domain/user/person-change.ts';
import type { Fields } from '../kernel/field.ts';
import { PERSON_FIELDS } from './person-fields.ts';

/** What can be said of a person when they are added or changed, by its documented name. */
export const personParams: Fields = Object.fromEntries(
  PERSON_FIELDS.flatMap(({ name, given }) => (given ? [[name, given.field]] : [])),
);

/** What was said of them; what was left out stays as it is. */
export function toPersonChange(params: Readonly<Record<string, unknown>>): PersonChange {
  return PERSON_FIELDS.reduce<PersonChange>((change, { name, given }) => {
    const value = params[name];
    if (!given || value === undefined) return change;
    const more = given.change(value as never);
    return { ...change, ...more, ...(more.words && { words: { ...change.words, ...more.words } }) };
  }, {});
}
