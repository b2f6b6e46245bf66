import { idOf, measured, optional, readBy, readWith, required, type Values } from '#api/kernel/definition/field.ts';
import { toText } from '#api/kernel/wire/read.ts';
import type { NewChat } from '#domain/chat/create-chat.ts';
import { NAME_LENGTH, TEXT_LENGTH, textUpTo } from '../basic/amounts.ts';
import { parseColorCode } from '../basic/colors.ts';
import { field } from '../basic/fields.ts';
import { parseImage } from '../basic/image.ts';
import { wire } from '../basic/wire.ts';
import { contentFields } from '../message/params.ts';

/** The outside object that a chat belongs to and can be found by. */
export const entityFields = {
  ENTITY_TYPE: field.text('Kind of the outside object that the chat belongs to'),
  ENTITY_ID: idOf('object', field.text('Id of that object')),
} as const;

/** What a new chat is made of; each may be left out. */
export const newChatFields = {
  TYPE: field.choice('CHAT: closed, OPEN: every employee may look in', ['CHAT', 'OPEN'], 'CHAT'),
  TITLE: field.text('Title; without one the chat is called after its colour and number'),
  DESCRIPTION: field.text('What the chat is about', TEXT_LENGTH),
  COLOR: optional(
    'Colour; without one it depends on the number of the chat',
    readBy(wire.color, (raw) => parseColorCode(toText(raw) ?? '')),
    '',
  ),
  MESSAGE: { ...contentFields.MESSAGE, description: 'First message, written by the owner of the chat' },
  USERS: field.idList('user', 'Ids of the people and bots who are in it from the start, beside its owner'),
  AVATAR: optional('PNG, JPEG, GIF or WebP in Base64, at most 5000x5000', readWith(wire.base64, parseImage)),
  ...entityFields,
} as const;

export function toNewChat(params: Values<typeof newChatFields>): NewChat {
  return {
    type: params.TYPE === 'OPEN' ? 'open' : 'group',
    title: params.TITLE.trim(),
    description: params.DESCRIPTION,
    color: params.COLOR,
    ...(params.AVATAR && { avatar: params.AVATAR }),
    entity: { type: params.ENTITY_TYPE, id: params.ENTITY_ID },
    memberIds: params.USERS ?? [],
    firstMessage: params.MESSAGE,
  };
}

/** Spaces alone are no title. */
export const newTitle = required(
  'New title; spaces at its edges are dropped',
  measured(
    textUpTo(NAME_LENGTH),
    readBy(wire.textOf(NAME_LENGTH), (raw) => toText(raw)?.trim() || undefined),
  ),
);

export const newColor = required(
  'Colour, shown where the chat has no picture',
  readBy(wire.color, (raw) => parseColorCode(toText(raw) ?? '') || undefined),
);

export const newAvatar = required(
  'PNG, JPEG, GIF or WebP in Base64, at most 5000x5000',
  readWith(wire.base64, parseImage),
);

export const hideHistory = field.flag('N: those who are added see what was written before', true);
