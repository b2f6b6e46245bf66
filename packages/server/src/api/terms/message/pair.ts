import { toId } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import type { Dialog } from '#domain/chat/dialog.ts';
import type { BotDestination } from '#domain/message/send-as-bot.ts';
import { field } from '../basic/fields.ts';

/** Both together name the private chat of two users. */
export const pairFields = {
  FROM_USER_ID: field.maybeId(
    'user',
    'With TO_USER_ID: a line of the system goes into the private chat of the two, whatever DIALOG_ID is',
  ),
  TO_USER_ID: field.maybeId('user', 'See FROM_USER_ID'),
} as const;

/** With a pair DIALOG_ID is not looked at, and the message is always a line of the system. */
export function spreadPair(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const to = toId(sentAs('TO_USER_ID', sent));
  return to && toId(sentAs('FROM_USER_ID', sent)) ? { ...sent, DIALOG_ID: to, SYSTEM: 'Y' } : sent;
}

export function toDestination(params: {
  readonly DIALOG_ID: Dialog;
  readonly FROM_USER_ID: number | undefined;
  readonly TO_USER_ID: number | undefined;
}): BotDestination {
  const { DIALOG_ID, FROM_USER_ID: from, TO_USER_ID: to } = params;
  return from && to ? { kind: 'pair', fromId: from, toId: to } : DIALOG_ID;
}
