import { z } from 'zod';
import { type Field, optional, present, readBy, required } from '#api/kernel/definition/field.ts';
import { toFlag, toId, toInteger, toList, toObject, toText } from '#api/kernel/wire/read.ts';
import { parseHandlerUrl } from '#domain/handler-url.ts';

/*
 * Parameters that occur in more than one method, each declared once: how its spellings are read, and its description.
 */

const text = z.preprocess(toText, z.string()).describe('string');
const integer = z.preprocess(toInteger, z.number().int());
const positiveId = readBy((raw) => toId(raw) || undefined);
/** What is given but is no id reads as 0, which nobody has: it is simply not found. */
const anyId = readBy((raw) => toId(raw) ?? 0);
const idList = readBy((raw) => {
  const ids = toList(raw)?.map(toId);
  return ids?.every((id) => id !== undefined) ? [...new Set(ids)] : undefined;
});
const handlerUrl = readBy((raw) => parseHandlerUrl(toText(raw) ?? ''));

/** A parameter in which nothing is a fault: what is left out or cannot be read is what `read` makes of it (R10). */
export function lenient<T>(description: string, schema: z.ZodType<T>, read: (raw: unknown) => T): Field<T> {
  return { description, required: false, schema, parse: (raw) => ({ ok: true, value: read(raw) }) };
}

/** Y or N; anything else is the default. */
function flag(description: string, fallback: boolean): Field<boolean> {
  return lenient(description, z.boolean(), (raw) => toFlag(raw) ?? fallback);
}

/** One of a few words, in any case; anything else is the default. */
function choice<const W extends string>(description: string, words: readonly W[], fallback: NoInfer<W>): Field<W> {
  return lenient(description, z.enum(words as [W, ...W[]]), (raw) => {
    const word = toText(raw)?.toLowerCase();
    return words.find((one) => one.toLowerCase() === word) ?? fallback;
  });
}

/** How many of something; what is no number, or none, is the default, and more than the most is the most. */
function count(
  description: string,
  { fallback, most }: { readonly fallback: number; readonly most: number },
): Field<number> {
  return lenient(description, z.number().int(), (raw) => {
    const value = toInteger(raw) ?? 0;
    return value > 0 ? Math.min(value, most) : fallback;
  });
}

export const field = {
  text: (description: string) => optional(description, text, ''),
  /** undefined when it is left out. */
  optionalText: (description: string) => optional(description, text),
  requiredText: (description: string) => required(description, text),
  /** Empty says something else than left out. */
  givenText: (description: string) =>
    present(
      description,
      z.preprocess((raw) => (raw === null ? undefined : toText(raw)?.trim()), z.string().optional()),
    ),
  /** A list, or one alone. */
  words: (description: string) =>
    optional(
      description,
      z.preprocess((raw) => toList(raw) ?? [raw], z.array(z.preprocess(toText, z.string()))),
      [],
    ),
  choice,

  flag,
  /** Y or N for what stays as it is unless one of them is given. */
  changeFlag: (description: string) => lenient(description, z.boolean().optional(), toFlag),

  /** Not a number is a fault; see `count` for those that fall back. */
  integer: (description: string) => optional(description, integer),
  count,
  /** A message to read on from; 0 is how some write that there is none. */
  cursor: (description: string) =>
    optional(
      description,
      integer.transform((at) => at || undefined),
    ),

  /** Of a user; 0 or empty says that nobody is meant, which is something else than left out. */
  idOrNobody: (description: string) =>
    present(
      description,
      z.preprocess((raw) => (raw === '' || raw === null ? 0 : toId(raw)), z.number().int()),
    ),
  /** 0 or more; anything else is the default, and more than the most is the most. */
  seconds: (description: string, { fallback, most }: { readonly fallback: number; readonly most: number }) =>
    lenient(description, z.number().int().nonnegative(), (raw) => Math.min(toId(raw) ?? fallback, most)),

  requiredId: (description: string) => required(description, positiveId),
  /** Must be given; what is no id is as good as one that nobody has. */
  givenId: (description: string) => required(description, anyId),
  /** May be left out, but what is given must be an id. */
  optionalId: (description: string) => optional(description, positiveId),
  /** What is no id is as good as one that nobody has. */
  maybeId: (description: string) => optional(description, anyId),
  idList: (description: string) => optional(description, idList),
  requiredIdList: (description: string) => required(description, idList),

  handlerUrl: (description: string) => optional(description, handlerUrl),
  requiredHandlerUrl: (description: string) => required(description, handlerUrl),
  map: (description: string) => optional(description, readBy(toObject), {}),
  /** Read where it is used: it has more than one spelling. */
  any: (description: string) => present(description, z.unknown()),
} as const;
