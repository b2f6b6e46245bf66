import { toIso } from '#api/kernel/call/time-block.ts';
import { isAbsent } from '#api/kernel/definition/field.ts';
import { toFlag, toId, toInteger, toList, toObject, toText } from '#api/kernel/wire/read.ts';
import type { SentValue } from '#domain/user-field/set-values.ts';
import type { FieldValue, UserField } from '#domain/user-field/user-field.ts';
import { fromBase64 } from '#kit/base64.ts';
import { beginningOf } from '#kit/beginning-of.ts';
import { NAME_LENGTH } from '../basic/amounts.ts';
import { parseTime } from '../basic/time.ts';
import { type Fact, flagFact, numberFact } from '../person/fact.ts';
import { readDay } from '../person/given.ts';
import { toMidnight } from '../person/person-field.ts';
import { fieldName } from './names.ts';

/*
 * What people have in the fields that their portal made for itself: how a value is written, told and compared, by the
 * type of its field.
 */

/** Characters, and bytes of a file. */
const LONGEST_TEXT = 10_000;
const LARGEST_FILE = 6 * 1024 * 1024;
const MOST_VALUES = 100;

/** The values of a field that was given; undefined for what it cannot take, none for what is to be taken away. */
export function readValues(field: UserField, raw: unknown): SentValue[] | undefined {
  const items = (field.isMultiple ? manyOf(field, raw) : [raw]).filter((item) => !isNothing(field, item));
  if (items.length > MOST_VALUES) return undefined;
  const values = items.map((item) => readValue(field, item));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** How a field is emptied; `false` is something to those of the one type that says yes or no. */
function isNothing({ type }: UserField, item: unknown): boolean {
  return isAbsent(item) || (item === false && type !== 'boolean');
}

/** A list of values, or one alone: of files one is a list itself. */
function manyOf({ type }: UserField, raw: unknown): unknown[] {
  const list = toList(raw);
  if (!list) return [raw];
  return type === 'file' && typeof list[0] === 'string' && list.length === 2 && toId(list[0]) === undefined
    ? [raw]
    : list;
}

function readValue({ type, settings, choices }: UserField, raw: unknown): SentValue | undefined {
  switch (type) {
    case 'integer':
      return toInteger(raw);
    case 'double':
      return readNumber(raw, Number(settings['PRECISION'] ?? 2));
    case 'boolean': {
      const flag = toFlag(raw);
      return flag === undefined ? undefined : Number(flag);
    }
    case 'date':
      return readDay(raw);
    case 'datetime':
      return parseTime(toText(raw) ?? '');
    case 'enumeration':
      return choices.find(({ id }) => id === toId(raw))?.id;
    case 'employee':
    case 'iblock_section':
    case 'iblock_element':
      return toId(raw) || undefined;
    case 'money': {
      const text = toText(raw)?.trim() ?? '';
      return /^-?\d{1,15}(?:\.\d{1,6})?\|[A-Z]{3}$/.test(text) ? text : undefined;
    }
    case 'file':
      return readFile(raw);
    default: {
      const text = toText(raw)?.trim();
      return text !== undefined && text.length <= LONGEST_TEXT ? text : undefined;
    }
  }
}

function readNumber(raw: unknown, precision: number): number | undefined {
  const text = (toText(raw) ?? '').trim().replace(',', '.');
  if (typeof raw === 'boolean' || !/^[+-]?\d{1,15}(?:\.\d{1,30})?$/.test(text)) return undefined;
  return Number(Number(text).toFixed(Math.min(precision, 12)));
}

/** `[name, content]`, `{fileData: [name, content]}`; or the id of one that is there. */
function readFile(raw: unknown): SentValue | undefined {
  const id = toId(raw) ?? toId(toObject(raw)?.['id']);
  if (id) return id;
  const [name, content] = (toList(toObject(raw)?.['fileData'] ?? raw) ?? []).map(toText);
  const bytes = name ? fromBase64(content ?? '') : undefined;
  if (!name || !bytes || bytes.length > LARGEST_FILE) return undefined;
  return { name: beginningOf(name, NAME_LENGTH), content: bytes };
}

/** What stands in a field that nothing was said of: its default, if it has one. */
export function defaultsOf(field: UserField, now: number): FieldValue[] {
  if (field.type === 'enumeration') {
    const chosen = field.choices.filter(({ isDefault }) => isDefault).map(({ id }) => id);
    return field.isMultiple ? chosen : chosen.slice(0, 1);
  }
  const given = field.settings['DEFAULT_VALUE'];
  const { TYPE, VALUE } = (field.type.startsWith('date') && toObject(given)) || { TYPE: 'FIXED', VALUE: given };
  const wanted = TYPE === 'NOW' ? new Date(now).toISOString() : TYPE === 'FIXED' ? VALUE : '';
  return (readValues(field, wanted) ?? []) as FieldValue[];
}

/** As it is told: of a multiple field a list. */
export function presentValues(field: UserField, values: readonly FieldValue[], userId: number): unknown {
  const { type, isMultiple, choices } = field;
  // A choice that was taken away is nobody's any more.
  const known = type === 'enumeration' ? values.filter((value) => choices.some(({ id }) => id === value)) : values;
  const told = known.map((value) => {
    if (type === 'date') return toMidnight(String(value));
    if (type === 'datetime') return toIso(Number(value));
    if (type === 'boolean') return value === 1 ? '1' : '0';
    return type === 'file' ? tellFile(userId, fieldName(field), Number(value)) : value;
  });
  return isMultiple ? told : (told[0] ?? '');
}

/** With the parameters of the method that hands it out. */
function tellFile(id: number, field: string, value: number) {
  const query = new URLSearchParams({ id: String(id), field, value: String(value) });
  return { id: value, showUrl: `/rest/user.userfield.file.get?${query}`, downloadData: { id, field, value } };
}

/** How the field is compared, with what everybody has in it. */
export function valueFact({ type }: UserField, valuesOf: (userId: number) => readonly FieldValue[]): Fact {
  switch (type) {
    case 'boolean':
      return flagFact(({ id }) => valuesOf(id)[0] === 1);
    case 'date':
    case 'datetime':
      return {
        kind: 'time',
        values: ({ id }) => valuesOf(id).map((at) => (type === 'date' ? Date.parse(String(at)) : Number(at))),
      };
    case 'integer':
    case 'double':
    case 'enumeration':
    case 'employee':
    case 'iblock_section':
    case 'iblock_element':
    case 'file':
      return numberFact(({ id }) => valuesOf(id).map(Number));
    default:
      return { kind: 'text', values: ({ id }) => valuesOf(id).map((value) => String(value).toLowerCase()) };
  }
}
