import { readBy, required } from '#api/kernel/definition/field.ts';
import { toText } from '#api/kernel/wire/read.ts';
import { parseDialog, parseWideDialog } from '#domain/chat/dialog.ts';
import { field } from '../basic/fields.ts';

const dialog = readBy((raw) => parseDialog(toText(raw) ?? ''));
const wideDialog = readBy((raw) => parseWideDialog(toText(raw) ?? ''));

export const chatId = field.requiredId('Id of the chat');

export const dialogId = required('`chat123` for a chat, `123` for the private chat with that user', dialog);

export const wideDialogId = required(
  '`chat123` for a chat, `sg123` for the chat of a workgroup, `123` for the private chat with that user',
  wideDialog,
);
