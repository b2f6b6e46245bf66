import { z } from 'zod';
import { type Field, lenient, optional, present, readBy, readWith, type Values } from '#api/kernel/definition/field.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toText } from '#api/kernel/wire/read.ts';
import type { MessageChange } from '#domain/message/edit-message.ts';
import type { MessageParams } from '#domain/message/message.ts';
import type { MessageContent } from '#domain/message/post-message.ts';
import { parseAttach } from '#domain/message-parts/attach.ts';
import { parseKeyboard, parsePersonKeyboard } from '#domain/message-parts/keyboard.ts';
import { parseMenu } from '#domain/message-parts/menu.ts';
import type { PartLimit, PartResult } from '#domain/message-parts/part.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';
import { requestParts } from './parts.ts';

/** KB of the documentation are 1024 bytes (R6). */
const THIRTY_KB: PartLimit = { bytes: 30 * 1024 };
/** Shorter than 60,000. */
const SIXTY_THOUSAND_CHARACTERS: PartLimit = { characters: 59_999 };
const UP_TO_SIXTY_THOUSAND = 'less than 60,000 characters';

const UP_TO_THIRTY = '30 KB at most';
const ATTACH = 'Attachment: blocks of text, links, images, files';

const partFields = {
  ATTACH: part(`${ATTACH}; ${UP_TO_THIRTY}`, requestParts.ATTACH, parseAttach, THIRTY_KB),
  KEYBOARD: part(`Buttons under the message; ${UP_TO_THIRTY}`, requestParts.KEYBOARD, parseKeyboard, THIRTY_KB),
  MENU: part(`Items in the menu of the message; ${UP_TO_THIRTY}`, requestParts.MENU, parseMenu, THIRTY_KB),
} as const;

/** What a new message is made of. */
export const contentFields = {
  MESSAGE: optional(
    'Text of the message; spaces and line breaks at its edges are dropped',
    readBy(wire.text, (raw) => toText(raw)?.trim()),
    '',
  ),
  ...partFields,
  SYSTEM: field.flag('Y: shown as a line of the system', false),
  URL_PREVIEW: field.flag('N: links stay plain', true),
} as const;

/** What of a message can be changed; each may be left out. */
export const contentChangeFields = {
  MESSAGE: field.givenMessage('New text; an empty one deletes the message, without one it stays as it is'),
  ...partFields,
  URL_PREVIEW: field.changeFlag('N: links stay plain'),
} as const;

/** Where people write, attachments and keyboards may be larger; buttons with commands are for bots (R48). */
const personAttach = part(
  `${ATTACH}; ${UP_TO_SIXTY_THOUSAND}`,
  requestParts.ATTACH,
  parseAttach,
  SIXTY_THOUSAND_CHARACTERS,
);
const BUTTONS = `Buttons under the message, without COMMAND; ${UP_TO_SIXTY_THOUSAND}`;

/** Of a person's new message: a keyboard that is too long is left out. */
export const personParts = {
  ATTACH: personAttach,
  KEYBOARD: part(BUTTONS, requestParts.PERSON_KEYBOARD, parsePersonKeyboard, {
    ...SIXTY_THOUSAND_CHARACTERS,
    isLostWhenTooLong: true,
  }),
};

export const personPartChanges = {
  ATTACH: personAttach,
  KEYBOARD: part(BUTTONS, requestParts.PERSON_KEYBOARD, parsePersonKeyboard, SIXTY_THOUSAND_CHARACTERS),
};
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is none is no name: programs that are used to seeing it ignored send all sorts of things. */
export const templateId = lenient(
  'Not documented: a UUID as name of the message. A message that the author has sent into the chat under it is not sent again',
  component('MessageName', 'A UUID', z.string().regex(UUID), '7f9c24e8-3b12-4f0a-9d56-1c8e5a6b7d90'),
  (raw) => (typeof raw === 'string' && UUID.test(raw) ? raw.toLowerCase() : undefined),
);

export const skipConnector = field.flag('Y: not passed on to the visitor of an open channel', false);

type ContentParams = Values<typeof contentFields> & {
  readonly SKIP_CONNECTOR?: boolean;
  readonly REPLY_ID?: number | undefined;
  readonly TEMPLATE_ID?: string | undefined;
};

/** The parameters that make up a message, as the domain takes them. */
export function toContent(params: ContentParams): MessageContent {
  return {
    text: params.MESSAGE,
    params: toMessageParams(params),
    isSystem: params.SYSTEM,
    ...(params.SKIP_CONNECTOR && { skipConnector: true }),
    ...(params.REPLY_ID && { replyToId: params.REPLY_ID }),
    ...(params.TEMPLATE_ID !== undefined && { uuid: params.TEMPLATE_ID }),
  };
}

type ChangeParams = Values<typeof contentChangeFields> & {
  readonly IS_EDITED?: boolean;
  readonly SKIP_CONNECTOR?: boolean;
};

/** The same of a message that is to be changed; what was not given stays. */
export function toChange(params: ChangeParams): MessageChange {
  return {
    text: params.MESSAGE,
    attach: params.ATTACH,
    keyboard: params.KEYBOARD,
    menu: params.MENU,
    urlPreview: params.URL_PREVIEW,
    marksEdit: params.IS_EDITED,
    skipConnector: params.SKIP_CONNECTOR,
  };
}

function toMessageParams({ ATTACH, KEYBOARD, MENU, URL_PREVIEW }: ContentParams): MessageParams {
  return {
    ...(ATTACH && { attach: ATTACH }),
    ...(KEYBOARD && { keyboard: KEYBOARD }),
    ...(MENU && { menu: MENU }),
    ...(!URL_PREVIEW && { urlPreview: false }),
  };
}

function part<T>(
  description: string,
  form: z.ZodType,
  parse: (raw: unknown, limit?: PartLimit) => PartResult<T | null>,
  limit: PartLimit,
): Field<T | null | undefined> {
  return present(
    description,
    readWith(form, (raw) => parse(raw, limit)),
  );
}

export const likeAction = field.choice(
  'plus, minus, or auto: whichever changes something',
  ['auto', 'plus', 'minus'],
  'auto',
);
