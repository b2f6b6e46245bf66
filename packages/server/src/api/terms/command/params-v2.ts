import { z } from 'zod';
import {
  fromJson,
  lenient,
  measured,
  optional,
  type Parsed,
  type Possibly,
  present,
  readWith,
  required,
  type Values,
} from '#api/kernel/definition/field.ts';
import { childrenOf, within } from '#api/kernel/definition/within.ts';
import { component } from '#api/kernel/wire/component.ts';
import { decoded, toObject, toText } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import type { CommandChange } from '#domain/command/change-command.ts';
import type { Command } from '#domain/command/command.ts';
import type { NewCommand } from '#domain/command/register-command.ts';
import { translated } from '#domain/command/translate-command.ts';
import { firstLong, JSON_LENGTH, jsonUpTo, NAME_LENGTH, textUpTo } from '../basic/amounts.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';

const COMMAND = 'Name of the command, without white space; a slash before it is dropped';
const COMMON = 'Y: works in chats where the bot is not a member, too';
const HIDDEN = 'Y: works, but is not listed';
const EXTRANET = 'Y: works for guests, too';

const name = component(
  'AnyCommandName',
  'Any text without white space, with the slash before it or without',
  wire.textOf(NAME_LENGTH).regex(/^\/?[^\s/]\S*$/),
  'help',
);
const texts = component(
  'TextsByLanguage',
  'Texts by language: en, de',
  z.record(z.string(), wire.textOf(NAME_LENGTH)),
  { en: 'Show help' },
);
const newTexts = component(
  'NewTextsByLanguage',
  'Texts by language; null: none in that one any more',
  z.record(z.string(), wire.textOf(NAME_LENGTH).nullable()),
  { en: 'Show help', de: null },
);

const commandName = measured(textUpTo(NAME_LENGTH), readWith(name, readName));
const sized = jsonUpTo(JSON_LENGTH);

const newFields = {
  command: required(COMMAND, commandName),
  title: optional(
    'What it is called, by language; needed unless it is hidden',
    fromJson(measured(sized, readWith(texts, readTitles))),
    {},
  ),
  params: lenient('What may be typed behind it, by language', texts, (raw) => textsIn(raw) ?? {}),
  common: field.flag(COMMON, false),
  hidden: field.flag(HIDDEN, false),
  extranetSupport: field.flag(EXTRANET, false),
} as const;

export const newCommandFields = within('fields', newFields);

/** What of a command can be changed; each may be left out. */
export const commandChangeFields = within('fields', {
  command: present(COMMAND, commandName),
  title: lenient('New titles by language; null takes one away, others stay', newTexts, (raw) => newTextsIn(raw)),
  params: lenient('What may be typed behind it, in languages that title names', texts, (raw) => textsIn(raw) ?? {}),
  common: field.changeFlag(COMMON),
  hidden: field.changeFlag(HIDDEN),
  extranetSupport: field.changeFlag(EXTRANET),
});

/** Before there were `fields`, everything stood beside the bot (V40). */
export function flatAsFields(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (sentAs('fields', sent) !== undefined) return sent;
  const flat = Object.keys(newFields).map((key) => [key, sentAs(key, sent)] as const);
  return { ...sent, fields: Object.fromEntries(flat.filter(([, value]) => value !== undefined)) };
}

/** Unless it is hidden, people are to know what it is for. */
export function lacksTitle(params: Possibly<Values<typeof newCommandFields>>): boolean {
  return !params['fields.hidden'] && Object.keys(params['fields.title'] ?? {}).length === 0;
}

export function toNewCommand(params: Values<typeof newCommandFields>): Omit<NewCommand, 'handlerUrl'> {
  const { command, title, params: texts, common, hidden, extranetSupport } = childrenOf('fields', params);
  return {
    name: command,
    titles: translated([], { titles: title, params: texts }),
    isCommon: common,
    isHidden: hidden,
    isExtranet: extranetSupport,
  };
}

export function toCommandChange(command: Command, params: Values<typeof commandChangeFields>): CommandChange {
  const { command: newName, title, params: texts, common, hidden, extranetSupport } = childrenOf('fields', params);
  return {
    name: newName,
    isCommon: common,
    isHidden: hidden,
    isExtranet: extranetSupport,
    titles: title && translated(command.titles, { titles: title, params: texts }),
  };
}

/** Any text without white space (V39). */
function readName(raw: unknown): Parsed<string> {
  if (typeof raw !== 'string') return { ok: false, fault: 'invalid' };
  const written = raw.trim().replace(/^\/+/, '');
  if (written === '') return { ok: false, fault: 'missing' };
  return /\s/.test(written) ? { ok: false, fault: 'invalid' } : { ok: true, value: written };
}

function readTitles(raw: unknown): Parsed<Readonly<Record<string, string>>> {
  const value = textsIn(raw);
  if (value === undefined) return { ok: false, fault: 'invalid' };
  return firstLong(Object.values(value)) === undefined ? { ok: true, value } : { ok: false, fault: 'oversize' };
}

/** A text alone is in no language. */
function textsIn(raw: unknown): Readonly<Record<string, string>> | undefined {
  const map = toObject(decoded(raw));
  return map && Object.fromEntries(entriesOf(map).flatMap(([key, text]) => (text ? [[key, text]] : [])));
}

function newTextsIn(raw: unknown): Readonly<Record<string, string | null>> | undefined {
  const map = toObject(decoded(raw));
  return map && Object.fromEntries(entriesOf(map).filter(([, text]) => text !== ''));
}

function entriesOf(map: Readonly<Record<string, unknown>>): [string, string | null][] {
  return Object.entries(map).map(([key, text]) => [
    key.toLowerCase(),
    text === null ? null : (toText(text) ?? '').trim().slice(0, NAME_LENGTH),
  ]);
}
