import { latestKeys } from '#api/kernel/wire/sent-as.ts';
import type { FactFinder } from './facts.ts';
import { splitKey } from './operators.ts';
import { toWanted } from './wanted.ts';

export type Filter<T> = (one: T, now: number) => boolean;

/** Whoever meets every condition. One that speaks of no field, or of none that is open, is no condition. */
export function meetsAll<T>(conditions: Readonly<Record<string, unknown>>, factOf: FactFinder<T>): Filter<T> {
  const filters = Object.entries(latestKeys(conditions)).flatMap(([key, raw]) => toFilter(key, raw, factOf) ?? []);
  return (one, now) => filters.every((filter) => filter(one, now));
}

function toFilter<T>(key: string, raw: unknown, factOf: FactFinder<T>): Filter<T> | undefined {
  const { operator, name } = splitKey(key) ?? {};
  const fact = name === undefined ? undefined : factOf(name);
  if (operator === undefined || !fact) return undefined;
  const wanted = (Array.isArray(raw) ? raw : [raw]).flatMap((one) => toWanted(fact.kind, one) ?? []);
  // As documented: a condition whose value is no date finds nobody, not even by its contrary.
  if (fact.kind === 'time' && wanted.length === 0) return () => false;
  return (one, now) => {
    const values = fact.values(one, now);
    return wanted.some((value) => operator.test(values, value)) !== operator.isNegated;
  };
}
