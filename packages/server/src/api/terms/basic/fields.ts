import { z } from 'zod';
import {
  type Field,
  fromJson,
  idOf,
  lenient,
  measured,
  optional,
  type Parsed,
  present,
  readBy,
  readWith,
  required,
  type WireType,
} from '#api/kernel/definition/field.ts';
import type { Noun } from '#api/kernel/definition/noun.ts';
import { toCursor, toFlag, toId, toInteger, toList, toObject, toText } from '#api/kernel/wire/read.ts';
import { handlerUrlFault, parseHandlerUrl } from '#domain/handler-url.ts';
import { JSON_LENGTH, jsonUpTo, LIST_LENGTH, listUpTo, type Measure, NAME_LENGTH, textUpTo } from './amounts.ts';
import { wire } from './wire.ts';

/*
 * Parameters that occur in more than one method, each declared once: its form, how its spellings are read, and its
 * description.
 */

const textOf = (most: number) => measured(textUpTo(most), readBy(wire.textOf(most), toText));
const integer = readBy(wire.integer, toInteger);
const cursor = readBy(wire.integer, toCursor);
const positiveId = readBy(wire.id, (raw) => toId(raw) || undefined);
/** What is given but is no id reads as 0, which nobody has: it is simply not found. */
const anyId = (form: z.ZodType) => readBy(form, (raw) => toId(raw) ?? 0);
const idList = fromJson(
  measured(
    listUpTo(LIST_LENGTH),
    readBy(wire.ids, (raw) => {
      const ids = toList(raw)?.map(toId);
      return ids?.every((id) => id !== undefined) ? [...new Set(ids)] : undefined;
    }),
  ),
);
const handlerUrl = readWith(wire.handlerUrl, (raw): Parsed<string> => {
  const value = toText(raw) ?? '';
  const why = handlerUrlFault(value);
  return why === undefined ? { ok: true, value } : { ok: false, fault: 'invalid', dropped: [{ where: '', why }] };
});
const words = fromJson(
  measured(
    listUpTo(LIST_LENGTH),
    readBy(wire.words, (raw) => {
      const list = (toList(raw) ?? [raw]).map(toText);
      return list.every((word) => word !== undefined) ? list : undefined;
    }),
  ),
);

/** The text, which may be missing: null is how some clients write that it is. */
const givenTextOf = (form: z.ZodType): WireType<string | undefined> => ({
  wire: form,
  read(raw) {
    const value = toText(raw)?.trim();
    return value === undefined && raw !== null ? { ok: false, fault: 'invalid' } : { ok: true, value };
  },
});

/** Y or N; anything else is the default. */
function flag(description: string, fallback: boolean): Field<boolean> {
  return lenient(description, wire.flag, (raw) => toFlag(raw) ?? fallback, fallback ? 'Y' : 'N');
}

/** One of a few words, in any case; anything else is the default. */
function choice<const W extends string>(description: string, words: readonly W[], fallback: NoInfer<W>): Field<W> {
  const read = (raw: unknown) => {
    const word = toText(raw)?.toLowerCase();
    return words.find((one) => one.toLowerCase() === word) ?? fallback;
  };
  return lenient(description, z.enum(words as [W, ...W[]]), read, fallback);
}

/** How many of something; what is no number, or none, is the default, and more than the most is the most. */
function count(
  description: string,
  { fallback, most }: { readonly fallback: number; readonly most: number },
): Field<number> {
  const read = (raw: unknown) => {
    const value = toInteger(raw) ?? 0;
    return value > 0 ? Math.min(value, most) : fallback;
  };
  return lenient(`${description}; ${most} at most`, wire.count, read, fallback);
}

export const field = {
  text: (description: string, most = NAME_LENGTH) => optional(description, textOf(most), ''),
  /** undefined when it is left out. */
  optionalText: (description: string, most = NAME_LENGTH) => optional(description, textOf(most)),
  requiredText: (description: string, most = NAME_LENGTH) => required(description, textOf(most)),
  /** Empty says something else than left out. */
  givenText: (description: string, most = NAME_LENGTH) =>
    present(description, measured(textUpTo(most), givenTextOf(wire.textOf(most)))),
  /** The same of a message, which is cut where it is too long. */
  givenMessage: (description: string) => present(description, givenTextOf(wire.text)),
  /** A list, or one alone. */
  words: (description: string) => optional(description, words, []),
  choice,

  flag,
  /** Y or N for what stays as it is unless one of them is given. */
  changeFlag: (description: string) => lenient(description, wire.flag, toFlag),

  /** Not a number is a fault; see `count` for those that fall back. */
  integer: (description: string) => optional(description, integer),
  count,
  /** A number to read on from, which no message need have; 0 is the beginning (R39). */
  cursor: (description: string) => idOf('message', optional(description, cursor)),

  /** Of a user; 0 or empty says that nobody is meant, which is something else than left out. */
  idOrNobody: (description: string) =>
    idOf(
      'user',
      present(
        description,
        readBy(wire.idOrZero, (raw) => (raw === '' || raw === null ? 0 : toId(raw))),
      ),
    ),
  /** 0 or more; anything else is the default, and more than the most is the most. */
  seconds: (description: string, { fallback, most }: { readonly fallback: number; readonly most: number }) =>
    lenient(`${description}; ${most} at most`, wire.count, (raw) => Math.min(toId(raw) ?? fallback, most), fallback),

  requiredId: (noun: Noun, description: string) => idOf(noun, required(description, positiveId)),
  /** Must be given; what is no id is as good as one that nobody has. */
  givenId: (noun: Noun, description: string) => idOf(noun, required(description, anyId(wire.id))),
  /** May be left out, but what is given must be an id. */
  optionalId: (noun: Noun, description: string) => idOf(noun, optional(description, positiveId)),
  /** What is no id is as good as one that nobody has. */
  maybeId: (noun: Noun, description: string) => idOf(noun, optional(description, anyId(wire.idOrZero))),
  idList: (noun: Noun, description: string) => idOf(noun, optional(description, idList)),
  requiredIdList: (noun: Noun, description: string) => idOf(noun, required(description, idList)),

  handlerUrl: (description: string) => optional(description, handlerUrl),
  /** Of several events: the rows of those that it stands for say what is wrong with it. */
  commonHandlerUrl: (description: string) =>
    lenient(description, wire.handlerUrl, (raw) => parseHandlerUrl(toText(raw) ?? '')),
  requiredHandlerUrl: (description: string) => required(description, handlerUrl),
  map: (description: string, form: z.ZodType = wire.map, measure: Measure = jsonUpTo(JSON_LENGTH)) =>
    optional(description, fromJson(measured(measure, readBy(form, toObject))), {}),
} as const;
