import { toList, toObject, toText } from '#api/kernel/wire/read.ts';

/*
 * How much may be given. It is measured before it is read; docs/compatibility.md lists all of it.
 */

/** Characters of a name, a code or an id. */
export const NAME_LENGTH = 255;
/** Of what is written about something. */
export const TEXT_LENGTH = 10_000;
/** Of what is typed behind a command: as long as a message. */
export const MESSAGE_LENGTH = 20_000;
/** Entries of a list. */
export const LIST_LENGTH = 1_000;
/** Conditions of a filter with all their values, and ways to sort. */
export const FILTER_VALUES = 500;
/** Characters, as JSON, of what is kept or passed on as it is. */
export const JSON_LENGTH = 64 * 1024;

/** Says what is too much of a value; undefined: nothing. */
export type Measure = (raw: unknown) => string | undefined;

export const textUpTo =
  (most: number): Measure =>
  (raw) =>
    typeof raw === 'string' ? moreThan(most, raw.length, 'characters') : undefined;

const name = textUpTo(NAME_LENGTH);

/** Entries, and the characters of those that are texts, of a list that is decoded. One that is no list is its only entry. */
export const listUpTo =
  (most: number, entry: Measure = name): Measure =>
  (raw) => {
    const list = typeof raw === 'string' ? undefined : toList(raw);
    if (!list) return entry(raw);
    return moreThan(most, list.length, 'entries') ?? firstOf(list, entry);
  };

/** All values of all keys, and the characters of each, of a map that is decoded. */
export const filterUpTo =
  (most: number): Measure =>
  (raw) => {
    const map = typeof raw === 'string' ? {} : (toObject(raw) ?? {});
    const values = Object.values(map).flatMap((one) => toList(one) ?? [one]);
    return moreThan(most, values.length, 'values') ?? firstOf(Object.keys(map), name) ?? firstOf(values, name);
  };

export const jsonUpTo =
  (most: number): Measure =>
  (raw) =>
    raw === undefined ? undefined : moreThan(most, (toText(raw) ?? JSON.stringify(raw)).length, 'characters of JSON');

export function moreThan(most: number, count: number, what: string): string | undefined {
  return count > most ? `has ${count} ${what}, and ${most} is the most` : undefined;
}

/** What is too long for a name among these. */
export function firstLong(list: readonly unknown[]): string | undefined {
  return firstOf(list, name);
}

function firstOf(list: readonly unknown[], measure: Measure): string | undefined {
  for (const one of list) {
    const why = measure(one);
    if (why !== undefined) return why;
  }
  return undefined;
}
