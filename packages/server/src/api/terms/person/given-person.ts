import type { Fields } from '#api/kernel/definition/field.ts';
import type { PersonChange } from '#domain/user/person-change.ts';
import { PERSON_FIELDS } from './person-fields.ts';

/** What can be said of a person when they are added or changed, by its documented name. */
export const personParams: Fields = Object.fromEntries(
  PERSON_FIELDS.flatMap(({ name, given }) => (given ? [[name, given.field]] : [])),
);

/** What was said of them; what was left out stays as it is. */
export function toPersonChange(params: Readonly<Record<string, unknown>>): PersonChange {
  const changes = PERSON_FIELDS.flatMap(({ name, given }) =>
    given && params[name] !== undefined ? [given.change(params[name] as never)] : [],
  );
  const words = Object.assign({}, ...changes.map((change) => change.words));
  return Object.assign({}, ...changes, { words });
}
