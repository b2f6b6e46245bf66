import { z } from 'zod';
import {
  fromJson,
  idOf,
  optional,
  type Parsed,
  type Possibly,
  present,
  readBy,
  readWith,
  type Values,
} from '#api/kernel/definition/field.ts';
import { within } from '#api/kernel/definition/within.ts';
import { decoded, toId, toObject, toText } from '#api/kernel/wire/read.ts';
import type { MessageContent } from '#domain/message/post-message.ts';
import { type Attach, parseAttach } from '#domain/message-parts/attach.ts';
import { type Keyboard, parseKeyboard } from '#domain/message-parts/keyboard.ts';
import { type Menu, parseMenu } from '#domain/message-parts/menu.ts';
import type { PartLimit } from '#domain/message-parts/part.ts';
import { withUpperKeys } from '#domain/message-parts/upper-keys.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';
import { requestParts } from './parts.ts';

/** Less than 60,000 (V61, V68). */
const LIMIT: PartLimit = { characters: 59_999 };
const SIZE = 'less than 60,000 characters';
const MOST_FORWARDED = 100;

const ATTACH = `Attachment: blocks of text, links, images, files; ${SIZE}`;
const KEYBOARD = `Buttons under the message, keys in any case; ${SIZE}`;
const MENU = 'Items in the menu of the message; one that is wrong is left out';

/** Of a new message: a keyboard that is too long is left out. */
const attach = present(
  ATTACH,
  readWith<Attach[] | null>(requestParts.ATTACH, (raw) => parseAttach(raw, LIMIT)),
);
const keyboard = present(KEYBOARD, keyboardUpTo({ ...LIMIT, isLostWhenTooLong: true }));
export const menu = present(MENU, readWith(requestParts.MENU, readMenu));

/** The same of a message that is changed. */
export const newKeyboard = present(`${KEYBOARD}; N or empty: none`, keyboardUpTo(LIMIT));
export const newAttach = present(
  `${ATTACH}; with its BLOCKS. Anything else: none`,
  readWith(requestParts.ATTACH, readNewAttach),
);

/** What a bot says. */
export const saidFields = {
  message: optional(
    'Text of the message; the end of one that is longer than 20,000 characters is cut off',
    readBy(wire.text, (raw) => toText(raw)?.trim()),
    '',
  ),
  attach,
  keyboard,
  menu,
  system: field.flag('Y: shown as a line of the system', false),
  urlPreview: field.flag('N: links stay plain', true),
} as const;

/** What a new message of a bot is made of. */
export const newMessageFields = within('fields', {
  ...saidFields,
  replyId: field.optionalId('message', 'The message that this one replies to'),
  templateId: field.optionalText('UUID by which its sender knows it; one is drawn where it is left out'),
  forwardIds: idOf(
    'message',
    optional(
      `Messages to forward, by UUIDs of the caller's own choice; ${MOST_FORWARDED} at most`,
      fromJson(readBy(z.record(z.string(), wire.id), readForwarded)),
      [],
    ),
  ),
  skipConnector: field.flag('Y: not passed on to the outside messengers of an open channel', false),
  silentConnector: field.flag('Y: passed on there without a sound', false),
});

type Said = Values<typeof saidFields>;

/** What a bot says, as the domain takes it. */
export function toSaid({ message, attach, keyboard, menu, system, urlPreview }: Said): MessageContent {
  return {
    text: message,
    params: {
      ...(attach && { attach }),
      ...(keyboard && { keyboard }),
      ...(menu && { menu }),
      ...(!urlPreview && { urlPreview: false }),
    },
    isSystem: system,
  };
}

export function toNewMessage(params: Values<typeof newMessageFields>): MessageContent {
  // By name: this is on the way of every message of a bot, and to gather them first takes longer than all else here.
  const replyToId = params['fields.replyId'];
  return {
    ...toSaid({
      message: params['fields.message'],
      attach: params['fields.attach'],
      keyboard: params['fields.keyboard'],
      menu: params['fields.menu'],
      system: params['fields.system'],
      urlPreview: params['fields.urlPreview'],
    }),
    ...(replyToId !== undefined && { replyToId }),
    uuid: params['fields.templateId'],
    skipConnector: params['fields.skipConnector'],
  };
}

/** Buttons alone are no message. What is wrong was given, and has a row of its own. */
export function isEmptyMessage(
  params: Possibly<Values<typeof newMessageFields>>,
  faulty: ReadonlySet<string>,
): boolean {
  const { 'fields.message': text, 'fields.attach': attach, 'fields.forwardIds': forwardIds } = params;
  if (faulty.has('fields.attach') || faulty.has('fields.forwardIds')) return false;
  return text === '' && !attach && (forwardIds ?? []).length === 0;
}

function keyboardUpTo(limit: PartLimit) {
  return readWith<Keyboard | null>(requestParts.KEYBOARD, (raw) => parseKeyboard(withUpperKeys(decoded(raw)), limit));
}

function readMenu(raw: unknown): Parsed<Menu | null | undefined> {
  const read = parseMenu(withUpperKeys(decoded(raw)), LIMIT);
  return read.ok ? read : { ok: true, value: undefined, ...(read.dropped && { dropped: read.dropped }) };
}

/** In its full form alone; what else is given takes the old one away (V62). */
function readNewAttach(raw: unknown): Parsed<Attach[] | null> {
  const document = decoded(raw);
  if (Array.isArray(document)) return { ok: true, value: null };
  const read = parseAttach(document, LIMIT);
  if (read.ok || read.fault === 'oversize') return read;
  return { ok: true, value: null, ...(read.dropped && { dropped: read.dropped }) };
}

/** A message to be forwarded, and how the caller calls it. */
interface Forwarded {
  readonly uuid: string;
  readonly id: number;
}

function readForwarded(raw: unknown): Forwarded[] | undefined {
  const named = Object.entries(toObject(raw) ?? {});
  if (toObject(raw) === undefined || named.length > MOST_FORWARDED) return undefined;
  return named.map(([uuid, id]) => ({ uuid, id: toId(id) ?? 0 }));
}
