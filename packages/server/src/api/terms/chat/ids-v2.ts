import { idOf, isAbsent, optional } from '#api/kernel/definition/field.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import { dialog, dialogId } from './ids.ts';

export { dialogId };

/** Clients that know a chat by its number send that in place of dialogId (V21). */
export function chatIdAsDialog(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const chatId = sentAs('chatId', sent);
  return isAbsent(chatId) || !isAbsent(sentAs('dialogId', sent)) ? sent : { ...sent, dialogId: `chat${chatId}` };
}

/** Where a message says by itself which chat is meant. */
export const readDialogId = idOf(
  'dialog',
  optional('The chat, or the user whose private chat is meant; without it, the chat of the message', dialog),
);
