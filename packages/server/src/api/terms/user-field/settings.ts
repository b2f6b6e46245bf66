import { toFlag, toInteger, toObject, toText } from '#api/kernel/wire/read.ts';
import type { FieldType } from '#domain/user-field/user-field.ts';

/*
 * What can be set about a field beside its name, by its type; what cannot be read is its default (R10).
 * https://apidocs.bitrix24.com/api-reference/user/userfields/user-userfield-add.html
 */

export type Settings = Readonly<Record<string, unknown>>;
type Setting = (raw: unknown) => unknown;

const text: Setting = (raw) => toText(raw) ?? '';
const atLeast =
  (least: number, fallback: number): Setting =>
  (raw) => {
    const value = toInteger(raw);
    return value !== undefined && value >= least ? value : fallback;
  };
const flag: Setting = (raw) => (toFlag(raw) ? 'Y' : 'N');
const oneOf =
  (...words: readonly [string, ...string[]]): Setting =>
  (raw) =>
    words.find((word) => word === toText(raw)?.trim().toUpperCase()) ?? words[0];
/** A number, or nothing. */
const number: Setting = (raw) => {
  const value = typeof raw === 'boolean' ? Number.NaN : Number.parseFloat(toText(raw) ?? '');
  return Number.isFinite(value) ? value : '';
};
const oneOrZero: Setting = (raw) => (toFlag(raw) || Number(number(raw)) >= 1 ? 1 : 0);
const moment: Setting = (raw) => {
  const { VALUE, TYPE } = toObject(raw) ?? {};
  return { VALUE: text(VALUE), TYPE: oneOf('NONE', 'NOW', 'FIXED')(TYPE) };
};

const LIST_LOOK = { DISPLAY: oneOf('LIST', 'UI', 'CHECKBOX', 'DIALOG'), LIST_HEIGHT: atLeast(1, 1) };
const CATALOGUE = {
  IBLOCK_TYPE_ID: text,
  IBLOCK_ID: (raw: unknown) => toText(raw) || '0',
  DEFAULT_VALUE: text,
  ...LIST_LOOK,
  ACTIVE_FILTER: flag,
};
const LINE = { DEFAULT_VALUE: text };

const BY_TYPE: Readonly<Record<FieldType, Readonly<Record<string, Setting>>>> = {
  string: { ...LINE, ROWS: atLeast(1, 1) },
  integer: { DEFAULT_VALUE: (raw) => toInteger(raw) ?? '' },
  double: { DEFAULT_VALUE: number, PRECISION: atLeast(0, 2) },
  boolean: { DEFAULT_VALUE: oneOrZero, DISPLAY: oneOf('CHECKBOX', 'RADIO', 'DROPDOWN') },
  date: { DEFAULT_VALUE: moment },
  datetime: { DEFAULT_VALUE: moment },
  enumeration: { ...LIST_LOOK, CAPTION_NO_VALUE: text, SHOW_NO_VALUE: (raw) => (toFlag(raw) === false ? 'N' : 'Y') },
  iblock_section: CATALOGUE,
  iblock_element: CATALOGUE,
  crm_status: { ENTITY_TYPE: text },
  crm: { LEAD: flag, CONTACT: flag, COMPANY: flag, DEAL: flag },
  url: LINE,
  address: LINE,
  money: LINE,
  employee: {},
  file: {},
};

/** The settings of such a field, `given` over `known`, each with its default where nothing was said of it. */
export function toSettings(type: FieldType, given: Settings, known: Settings = {}): Settings {
  const settings = Object.entries(BY_TYPE[type]).map(
    ([name, read]) => [name, read(given[name] ?? known[name])] as const,
  );
  // A field that could hold nothing at all holds leads.
  const isUseless = type === 'crm' && settings.every(([, value]) => value === 'N');
  return { ...Object.fromEntries(settings), ...(isUseless && { LEAD: 'Y' }) };
}
