import { z } from 'zod';
import { idOf, isAbsent, optional, type Possibly, readBy, unless, type Values } from '#api/kernel/definition/field.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toText } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import { type Dialog, parseDialog, type WorkgroupDialog } from '#domain/chat/dialog.ts';
import { field } from '../basic/fields.ts';
import { NO_ID } from '../basic/no-id.ts';
import { chatId, wideDialog } from './ids.ts';
import { chatRow } from './rows.ts';

/*
 * For pages that take the id of a chat or the chat as a dialog, and mean no private one (G5).
 */

const groupDialogForm = component(
  'GroupDialogId',
  '`chat123` for a chat',
  z.string().regex(/^chat[1-9][0-9]{0,14}$/),
  'chat123',
);

/** The id of the chat; undefined for a private chat, and for what names none. */
function chatOf(raw: unknown): number | undefined {
  const dialog = parseDialog(toText(raw) ?? '');
  return dialog?.kind === 'chat' ? dialog.chatId : undefined;
}

export const chatOrDialogFields = {
  CHAT_ID: unless(['DIALOG_ID'], chatId),
  DIALOG_ID: idOf(
    'dialog',
    optional('The same chat as a dialog; not looked at where CHAT_ID is given', readBy(groupDialogForm, chatOf)),
  ),
} as const;

/** From here on there is CHAT_ID alone, unless DIALOG_ID has to stand for it and cannot. */
export function settleOnChat(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const others = Object.fromEntries(Object.entries(sent).filter(([name]) => !/^(?:chat|dialog)_id$/i.test(name)));
  const CHAT_ID = sentAs('CHAT_ID', sent);
  if (!isAbsent(CHAT_ID)) return { ...others, CHAT_ID };
  const DIALOG_ID = sentAs('DIALOG_ID', sent);
  return { ...others, CHAT_ID: chatOf(DIALOG_ID), DIALOG_ID };
}

export const chatOrDialogRow = {
  idEmpty: {
    code: chatRow.idEmpty.code,
    message: chatRow.idEmpty.message,
    invalid: 'CHAT_ID',
    when: namesNoChat,
  },
  dialogIdEmpty: chatRow.dialogIdEmpty,
} as const;

/** Neither is given. A DIALOG_ID that is wrong has a row of its own. */
function namesNoChat(_: unknown, faulty: ReadonlySet<string>): boolean {
  return faulty.has('CHAT_ID') && !faulty.has('DIALOG_ID');
}

/** For pages that mean private chats and those of workgroups, too. Where both are given, CHAT_ID counts (G5). */
export const anyChatFields = {
  CHAT_ID: field.optionalId('chat', 'Id of the chat'),
  DIALOG_ID: idOf('dialog', optional('The same chat as a dialog; not looked at where CHAT_ID is given', wideDialog)),
} as const;

/** DIALOG_ID is not looked at where CHAT_ID is given, whatever it is. */
export function preferChatId(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (isAbsent(sentAs('CHAT_ID', sent))) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !/^dialog_id$/i.test(name)));
}

export const anyChatRow = {
  idEmpty: {
    ...chatRow.idEmpty,
    when: ({ CHAT_ID, DIALOG_ID }: Possibly<Values<typeof anyChatFields>>, faulty: ReadonlySet<string>) =>
      CHAT_ID === undefined && DIALOG_ID === undefined && !faulty.has('DIALOG_ID'),
  },
  dialogIdEmpty: chatRow.dialogIdEmpty,
} as const;

export function chatMeantBy({ CHAT_ID, DIALOG_ID }: Values<typeof anyChatFields>): Dialog | WorkgroupDialog {
  return CHAT_ID === undefined && DIALOG_ID ? DIALOG_ID : { kind: 'chat', chatId: CHAT_ID ?? NO_ID };
}
