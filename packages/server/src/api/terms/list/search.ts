import { toText } from '#api/kernel/wire/read.ts';
import type { Department } from '#domain/department/department.ts';
import { type Fact, textFact } from '../person/fact.ts';
import type { FactFinder } from './facts.ts';
import { type PersonFilter, personFilter } from './filter.ts';
import { searchedWords, wordsOf } from './words.ts';

/*
 * The search of `user.search`, which reads words from their beginning: `smi jo` finds John Smith.
 * https://apidocs.bitrix24.com/api-reference/user/user-search.html
 */

export const DEPARTMENT_NAME = 'UF_DEPARTMENT_NAME';
export const FIND = 'FIND';

const SEARCHED = new Set(['NAME', 'LAST_NAME', 'WORK_POSITION', DEPARTMENT_NAME]);
const FOUND_BY = [...SEARCHED, 'SECOND_NAME'];

/** The names of the departments that somebody works in. */
export function departmentNameFact(departments: readonly Department[]): Fact {
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  return textFact(({ profile }) => profile.departments.flatMap((id) => names.get(id) ?? []).join(' '));
}

/** FIND looks into all that is searched, and then nothing else counts; other conditions are those of `user.get`. */
export function searchFilter(conditions: Readonly<Record<string, unknown>>, factOf: FactFinder): PersonFilter {
  const byName = new Map(Object.entries(conditions).map(([key, raw]) => [key.trim().toUpperCase(), raw] as const));
  const phrase = toText(byName.get(FIND)) ?? '';
  if (phrase.trim() !== '') return beginnings(phrase, FOUND_BY, factOf);
  const searches = [...byName].flatMap(([name, raw]) =>
    SEARCHED.has(name) ? [beginnings(toText(raw) ?? '', [name], factOf)] : [],
  );
  const others = Object.entries(conditions).filter(([key]) => !SEARCHED.has(key.trim().toUpperCase()));
  const rest = personFilter(Object.fromEntries(others), factOf);
  return (user, now) => searches.every((search) => search(user, now)) && rest(user, now);
}

/** Each word of the phrase is how a word in one of the fields begins. */
function beginnings(phrase: string, names: readonly string[], factOf: FactFinder): PersonFilter {
  const wanted = searchedWords(phrase);
  const facts = names.flatMap((name) => factOf(name) ?? []);
  return (user, now) => {
    const words = facts.flatMap((fact) => fact.values(user, now).flatMap((value) => wordsOf(String(value))));
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  };
}
