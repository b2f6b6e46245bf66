import { toText } from '#api/kernel/wire/read.ts';
import type { User } from '#domain/user/user.ts';
import { type Filter, meetsAll } from './conditions.ts';
import type { FactFinder } from './facts.ts';
import { splitKey } from './operators.ts';
import { searchedWords } from './words.ts';

/*
 * The filter language of `user.get`: https://apidocs.bitrix24.com/api-reference/user/user-get.html
 * It is answered over the people of the portal in memory: they are a few thousand at most.
 */

export type PersonFilter = Filter<User>;

export function personFilter(conditions: Readonly<Record<string, unknown>>, factOf: FactFinder): PersonFilter {
  const isWanted = meetsAll(conditions, factOf);
  const searches = Object.entries(conditions).flatMap(([key, raw]) =>
    splitKey(key)?.name === NAME_SEARCH ? [search(toText(raw) ?? '', factOf)] : [],
  );
  return (user, now) => isWanted(user, now) && searches.every((isFound) => isFound(user, now));
}

/** Whether that key of a filter speaks of a field at all. */
export function isCondition(key: string, factOf: FactFinder): boolean {
  const name = splitKey(key)?.name;
  return name !== undefined && (name === NAME_SEARCH || factOf(name) !== undefined);
}

const NAME_SEARCH = 'NAME_SEARCH';
const SEARCHED = ['NAME', 'LAST_NAME', 'SECOND_NAME', 'EMAIL', 'WORK_POSITION'];

/** Every word stands somewhere in what is searched. */
function search(phrase: string, factOf: FactFinder): PersonFilter {
  const words = searchedWords(phrase);
  const facts = SEARCHED.flatMap((name) => factOf(name) ?? []);
  return (user, now) => {
    const values = facts.flatMap((fact) => fact.values(user, now));
    return words.every((word) => values.some((value) => String(value).includes(word)));
  };
}
