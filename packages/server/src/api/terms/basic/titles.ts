import { z } from 'zod';
import { fromJson, isAbsent, measured, type Parsed, readWith, type WireType } from '#api/kernel/definition/field.ts';
import { toList, toObject, toText } from '#api/kernel/wire/read.ts';
import { firstLong, listUpTo, NAME_LENGTH } from './amounts.ts';
import { wire } from './wire.ts';

/** One for each language. */
const MOST_TITLES = 100;

/** What something is called in a language. */
export interface Title {
  /** Lower case. */
  readonly language: string;
  readonly title: string;
}

export const titleSchema = z.object({
  LANGUAGE_ID: wire.textOf(NAME_LENGTH).min(1).describe('Code of the language: en, de'),
  TITLE: wire.textOf(NAME_LENGTH).min(1),
});

const measure = listUpTo(MOST_TITLES, (entry) => firstLong(Object.values(toObject(entry) ?? {})));

/**
 * A list of titles by language; entries without a language or a title are none.
 *
 * @param rest reads what else stands in an entry
 */
export function titlesBy<R extends object>(
  form: z.ZodType,
  rest: (entry: Readonly<Record<string, unknown>>) => R,
): { readonly some: WireType<(Title & R)[]>; readonly others: WireType<(Title & R)[] | undefined> } {
  const read = (raw: unknown): Parsed<(Title & R)[]> => {
    const titles = (toList(raw) ?? []).flatMap((one) => {
      if (typeof one !== 'object' || one === null) return [];
      const entry = one as Readonly<Record<string, unknown>>;
      const { LANGUAGE_ID, TITLE } = entry;
      if (isAbsent(LANGUAGE_ID) || isAbsent(TITLE)) return [];
      return [{ language: (toText(LANGUAGE_ID) ?? '').toLowerCase(), title: toText(TITLE) ?? '', ...rest(entry) }];
    });
    return titles.length > 0 ? { ok: true, value: titles } : { ok: false, fault: 'missing' };
  };
  const isEmpty = (raw: unknown) => toList(raw)?.length === 0;
  return {
    some: fromJson(measured(measure, readWith(z.array(form).min(1).max(MOST_TITLES), read))),
    /** An empty list changes nothing. */
    others: fromJson(
      measured(
        measure,
        readWith(z.array(form).max(MOST_TITLES), (raw) => (isEmpty(raw) ? { ok: true, value: undefined } : read(raw))),
      ),
    ),
  };
}
