import { z } from 'zod';
import { idOf, readBy, required } from '#api/kernel/definition/field.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toText } from '#api/kernel/wire/read.ts';
import { parseDialog, parseWideDialog } from '#domain/chat/dialog.ts';
import { field } from '../basic/fields.ts';

const userId = z.number().int().min(1);
const dialogForm = component(
  'DialogId',
  '`chat123` for a chat, `123` for the private chat with that user',
  z.union([z.string().regex(/^(?:chat)?[1-9][0-9]{0,14}$/), userId]),
  'chat123',
  '123',
);
const wideDialogForm = component(
  'WideDialogId',
  '`chat123` for a chat, `sg123` for the chat of a workgroup, `123` for the private chat with that user',
  z.union([z.string().regex(/^(?:chat|sg)?[1-9][0-9]{0,14}$/), userId]),
  'chat123',
  'sg123',
  '123',
);

export const dialog = readBy(dialogForm, (raw) => parseDialog(toText(raw) ?? ''));
export const wideDialog = readBy(wideDialogForm, (raw) => parseWideDialog(toText(raw) ?? ''));

export const chatId = field.requiredId('chat', 'Id of the chat');

export const dialogId = idOf('dialog', required('The chat, or the user whose private chat is meant', dialog));

export const wideDialogId = idOf(
  'dialog',
  required('The chat, the workgroup whose chat is meant, or the user whose private chat is meant', wideDialog),
);
