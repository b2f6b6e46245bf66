import { z } from 'zod';
import { parseDialog, parseWideDialog } from '../domain/chat/dialog.ts';
import { parseHandlerUrl } from '../domain/handler-url.ts';
import { parseAttach } from '../domain/message-parts/attach.ts';
import { parseKeyboard } from '../domain/message-parts/keyboard.ts';
import { parseMenu } from '../domain/message-parts/menu.ts';
import type { PartLimit, PartResult } from '../domain/message-parts/part.ts';
import { type Field, optional, type Parsed, present, readWith, required } from './kernel/field.ts';
import { toFlag, toId, toInteger, toList, toObject, toText } from './kernel/read.ts';

/*
 * Parameters that occur in more than one method, each declared once: how its spellings are read, and its description.
 */

const text = z.preprocess(toText, z.string()).describe('string');
const id = z.preprocess(toId, z.number().int().nonnegative());
const dialog = readWith((raw) => {
  const parsed = parseDialog(toText(raw) ?? '');
  return parsed ? { ok: true, value: parsed } : { ok: false, fault: 'invalid' };
});
const wideDialog = readWith((raw) => {
  const parsed = parseWideDialog(toText(raw) ?? '');
  return parsed ? { ok: true, value: parsed } : { ok: false, fault: 'invalid' };
});
const handlerUrl = readWith((raw) => {
  const url = parseHandlerUrl(toText(raw) ?? '');
  return url === undefined ? { ok: false, fault: 'invalid' } : { ok: true, value: url };
});
const idList = readWith<number[]>((raw) => {
  const list = toList(raw);
  const ids = list?.map(toId);
  return ids?.every((one) => typeof one === 'number')
    ? { ok: true, value: [...new Set(ids as number[])] }
    : { ok: false, fault: 'invalid' };
});

/** KB of the documentation are 1024 bytes (R6). */
const THIRTY_KB: PartLimit = { bytes: 30 * 1024 };
const SIXTY_THOUSAND_CHARACTERS: PartLimit = { characters: 60_000 };

function part<T>(
  description: string,
  parse: (raw: unknown, limit?: PartLimit) => PartResult<T | null>,
  limit: PartLimit,
): Field<T | null | undefined> {
  return present(
    description,
    readWith((raw) => parse(raw, limit)),
  );
}

/** Y or N; anything else is the default (R10). */
function flag(description: string, fallback: boolean): Field<boolean> {
  return {
    description,
    required: false,
    schema: z.boolean(),
    parse: (raw) => ({ ok: true, value: toFlag(raw) ?? fallback }),
  };
}

/** One of a few words; anything else is the default (R10). */
export function choice<const W extends string>(
  description: string,
  words: readonly W[],
  fallback: NoInfer<W>,
): Field<W> {
  return {
    description,
    required: false,
    schema: z.enum(words as [W, ...W[]]),
    parse(raw) {
      const word = toText(raw)?.toLowerCase();
      return { ok: true, value: words.find((one) => one.toLowerCase() === word) ?? fallback };
    },
  };
}

/** Y or N for what stays as it is unless one of them is given. */
function changeFlag(description: string): Field<boolean | undefined> {
  return {
    description,
    required: false,
    schema: z.boolean().optional(),
    parse: (raw) => ({ ok: true, value: toFlag(raw) }),
  };
}

/** How many of something; what is no number, or none, is the default, and more than the most is the most. */
function count(
  description: string,
  { fallback, most }: { readonly fallback: number; readonly most: number },
): Field<number> {
  return {
    description,
    required: false,
    schema: z.number().int(),
    parse(raw) {
      const value = toInteger(raw) ?? 0;
      return { ok: true, value: value > 0 ? Math.min(value, most) : fallback };
    },
  };
}

export const field = {
  flag,
  changeFlag,
  choice,
  text: (description: string) => optional(description, text, ''),
  requiredText: (description: string) => required(description, text),
  id: (description: string) => optional(description, id),
  requiredId: (description: string) => required(description, readWith(positiveId)),
  idList: (description: string) => optional(description, idList),
  requiredIdList: (description: string) => required(description, idList),
  /** Not a number is a fault; see `count` for those that fall back. */
  integer: (description: string) => optional(description, z.preprocess(toInteger, z.number().int())),
  count,
  /** A message to read on from; 0 is how some write that there is none. */
  cursor: (description: string) =>
    optional(
      description,
      z.preprocess((raw) => toInteger(raw), z.number().int()).transform((at) => at || undefined),
    ),
  /** Read where it is used: it has more than one spelling. */
  any: (description: string) => present(description, z.unknown()),
  map: (description: string) => optional(description, readWith(map), {}),
  /** A list, or one alone. */
  words: (description: string) =>
    optional(
      description,
      z.preprocess((raw) => toList(raw) ?? [raw], z.array(z.preprocess(toText, z.string()))),
      [],
    ),
  /** May be left out, but what is given must be an id. */
  optionalId: (description: string) => optional(description, readWith(positiveId)),
  /** Empty says something else than left out. */
  givenText: (description: string) =>
    present(
      description,
      z.preprocess((raw) => (raw === null ? undefined : toText(raw)?.trim()), z.string().optional()),
    ),

  clientId: optional('Webhook calls only: the CLIENT_ID that the bot was registered with', text),
  /** An id that nobody has is not a fault of its own: the bot is simply not found. */
  botId: optional('Id of the bot; without it, the first bot that the application registered', readWith(anyId)),
  /** What is no id is as good as one that nobody has. */
  maybeId: (description: string) => optional(description, readWith(anyId)),
  /** Where none but the one that is named may be meant: left out is as unknown as wrong. */
  namedBotId: { ...required('Id of the bot', id), parse: anyId },
  messageId: required('Id of the message', readWith(positiveId)),
  chatId: required('Id of the chat', readWith(positiveId)),
  dialogId: required('`chat123` for a chat, `123` for the private chat with that user', dialog),
  wideDialogId: required(
    '`chat123` for a chat, `sg123` for the chat of a workgroup, `123` for the private chat with that user',
    wideDialog,
  ),
  commandId: required('Id of the command', readWith(anyId)),

  message: optional(
    'Text of the message; spaces and line breaks at its edges are dropped',
    z.preprocess((raw) => toText(raw)?.trim(), z.string()),
    '',
  ),
  like: choice('plus, minus, or auto: whichever changes something', ['auto', 'plus', 'minus'], 'auto'),
  attach: part('Attachment: blocks of text, links, images, files', parseAttach, THIRTY_KB),
  keyboard: part('Buttons under the message', parseKeyboard, THIRTY_KB),
  menu: part('Items in the menu of the message', parseMenu, THIRTY_KB),
  wideAttach: part('Attachment: blocks of text, links, images, files', parseAttach, SIXTY_THOUSAND_CHARACTERS),
  system: flag('Y: shown as a line of the system', false),
  urlPreview: flag('N: links stay plain', true),
  skipConnector: flag('Y: not passed on to the outside messengers of an open channel', false),

  hideHistory: flag('N: those who are added see what was written before', true),

  handlerUrl: (description: string) => optional(description, handlerUrl),
  requiredHandlerUrl: (description: string) => required(description, handlerUrl),
} as const;

/** Anything that is given but is no id reads as 0, which nobody has. */
function anyId(raw: unknown): Parsed<number> {
  return { ok: true, value: toId(raw) ?? 0 };
}

function map(raw: unknown): Parsed<Readonly<Record<string, unknown>>> {
  const value = toObject(raw);
  return value ? { ok: true, value } : { ok: false, fault: 'invalid' };
}

function positiveId(raw: unknown): Parsed<number> {
  const value = toId(raw);
  return value ? { ok: true, value } : { ok: false, fault: 'invalid' };
}
