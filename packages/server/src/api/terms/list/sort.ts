import { toObject, toText } from '#api/kernel/wire/read.ts';
import { latestKeys } from '#api/kernel/wire/sent-as.ts';
import type { FactFinder } from './facts.ts';
import { compare } from './operators.ts';

/** A field to sort by, and which way. */
interface SortKey {
  readonly name: string;
  readonly isDescending: boolean;
}

/** `sort` names the field and `order` the way; clients also send `order: {ID: 'DESC'}`, as other lists take it. */
export function toSortKeys(sort: unknown, order: unknown): SortKey[] {
  const map = toObject(order);
  if (map)
    return Object.entries(latestKeys(map)).map(([name, way]) => ({
      name: name.toUpperCase(),
      isDescending: isDescending(way),
    }));
  const name = toText(sort)?.trim().toUpperCase() || 'ID';
  return [{ name, isDescending: isDescending(order) }];
}

/** By the keys that speak of an open field, then by id; those in whom the field is empty come first. */
export function sortBy<T extends { readonly id: number }>(
  all: readonly T[],
  keys: readonly SortKey[],
  factOf: FactFinder<T>,
  now: number,
): T[] {
  const facts = keys.flatMap(({ name, isDescending }) => {
    const fact = factOf(name);
    return fact ? [{ fact, way: isDescending ? -1 : 1 }] : [];
  });
  return [...all].sort((one, other) => {
    for (const { fact, way } of facts) {
      const [a] = fact.values(one, now);
      const [b] = fact.values(other, now);
      if (a !== b) return way * (a === undefined ? -1 : b === undefined ? 1 : compare(a, b));
    }
    return one.id - other.id;
  });
}

function isDescending(way: unknown): boolean {
  return toText(way)?.trim().toLowerCase() === 'desc';
}
