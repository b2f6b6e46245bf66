import { z } from 'zod';
import {
  isAbsent,
  lenient,
  measured,
  optional,
  readBy,
  required,
  type Values,
  type WireType,
} from '#api/kernel/definition/field.ts';
import { toFlag, toInteger, toText } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import type { NotificationContent } from '#domain/notification/notify.ts';
import { clientId } from '../application/ids.ts';
import { MESSAGE_LENGTH, NAME_LENGTH, textUpTo } from '../basic/amounts.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';
import { personParts } from '../message/params.ts';

/** What is sent to somebody. */
export const notificationFields = {
  USER_ID: field.requiredId('user', 'Id of the person who is told'),
  MESSAGE: required(
    'Text with BB codes; spaces and line breaks at its edges are dropped, #BR# is a line break',
    readBy(wire.text, (raw) => toText(raw)?.trim() || undefined),
  ),
  MESSAGE_OUT: lenient('Text for letters; not used, as none are sent', wire.textOf(MESSAGE_LENGTH), () => undefined),
  TAG: field.optionalText('What the application told the person under the same tag goes; webhooks: with CLIENT_ID'),
  SUB_TAG: field.optionalText('A second tag, by which notifications can be deleted; webhooks: with CLIENT_ID'),
  ATTACH: personParts.ATTACH,
  CLIENT_ID: clientId,
} as const;

export function toNotification(
  { MESSAGE, TAG, SUB_TAG, ATTACH }: Values<typeof notificationFields>,
  isSystem: boolean,
): NotificationContent {
  return {
    text: MESSAGE.replaceAll('#BR#', '\n'),
    attach: ATTACH ?? null,
    tag: TAG ?? null,
    subTag: SUB_TAG ?? null,
    isSystem,
  };
}

export const answerText = required(
  'The answer; spaces and line breaks at its edges are dropped',
  measured(
    textUpTo(MESSAGE_LENGTH),
    readBy(wire.textOf(MESSAGE_LENGTH), (raw) => toText(raw)?.trim() || undefined),
  ),
);

/** Where `name` was not sent, what was sent as `other` stands for it: clients of older documentation send that. */
export function alsoAs(name: string, other: string) {
  return (sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
    isAbsent(sentAs(name, sent)) ? { ...sent, [name]: sentAs(other, sent) } : sent;
}

/** A word of which any other one means something, too. */
function word<T>(form: z.ZodType, read: (raw: unknown) => T): WireType<T> {
  const anyWord = z.union([form, wire.textOf(NAME_LENGTH)]);
  return measured(
    textUpTo(NAME_LENGTH),
    readBy(anyWord, (raw) => (toText(raw) === undefined ? undefined : read(raw))),
  );
}

/** The stage at which a list is read on; every other one acts as 3 (G20). */
export const lastType = optional(
  '1: among those with buttons, 3: among the others',
  word(wire.integer, (raw) => toInteger(raw) ?? 3),
);

/** Unread is what is not Y (G4). */
export const readAction = optional(
  'Y: read, anything else: unread',
  word(wire.flag, (raw) => toFlag(raw) === true),
  true,
);

/** How lists are read. */
export const listFields = {
  LIMIT: field.count('How many notifications at most', { fallback: 50, most: 50 }),
  CONVERT_TEXT: field.flag('Y: texts are HTML, else they have BB codes as they were sent', false),
} as const;
