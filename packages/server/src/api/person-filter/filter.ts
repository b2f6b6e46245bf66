import type { User } from '../../domain/user/user.ts';
import { toText } from '../kernel/read.ts';
import type { FactFinder } from './facts.ts';
import { splitKey } from './operators.ts';
import { toWanted } from './wanted.ts';

/*
 * The filter language of `user.get`: https://apidocs.bitrix24.com/api-reference/user/user-get.html
 * It is answered over the people of the portal in memory: they are a few thousand at most.
 */

export type PersonFilter = (user: User, now: number) => boolean;

/** People who meet every condition. One that speaks of no field, or of none that is open, is no condition. */
export function personFilter(conditions: Readonly<Record<string, unknown>>, factOf: FactFinder): PersonFilter {
  const filters = Object.entries(conditions).flatMap(([key, raw]) => toFilter(key, raw, factOf) ?? []);
  return (user, now) => filters.every((filter) => filter(user, now));
}

/** Whether that key of a filter speaks of a field at all. */
export function isCondition(key: string, factOf: FactFinder): boolean {
  const name = splitKey(key)?.name;
  return name !== undefined && (name === NAME_SEARCH || factOf(name) !== undefined);
}

const NAME_SEARCH = 'NAME_SEARCH';
const SEARCHED = ['NAME', 'LAST_NAME', 'SECOND_NAME', 'EMAIL', 'WORK_POSITION'];

function toFilter(key: string, raw: unknown, factOf: FactFinder): PersonFilter | undefined {
  const { operator, name } = splitKey(key) ?? {};
  if (operator === undefined || name === undefined) return undefined;
  if (name === NAME_SEARCH) return search(toText(raw) ?? '', SEARCHED, factOf);
  const fact = factOf(name);
  if (!fact) return undefined;
  const wanted = (Array.isArray(raw) ? raw : [raw]).flatMap((one) => toWanted(fact.kind, one) ?? []);
  // As documented: a condition whose value is no date finds nobody, not even by its contrary.
  if (fact.kind === 'time' && wanted.length === 0) return () => false;
  return (user, now) => {
    const values = fact.values(user, now);
    return wanted.some((one) => operator.test(values, one)) !== operator.isNegated;
  };
}

/** Every word stands somewhere in what is searched. */
function search(phrase: string, names: readonly string[], factOf: FactFinder): PersonFilter {
  const words = phrase.toLowerCase().split(/\s+/).filter(Boolean);
  const facts = names.flatMap((name) => factOf(name) ?? []);
  return (user, now) => {
    const values = facts.flatMap((fact) => fact.values(user, now));
    return words.every((word) => values.some((value) => String(value).includes(word)));
  };
}
