import { idOf } from '#api/kernel/definition/field.ts';
import { parseDialog } from '#domain/chat/dialog.ts';
import { OPEN_CHANNEL } from '#domain/chat/entity-types.ts';
import { findById, findInChat, type LineView } from '#domain/line/access-session.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { field } from '../basic/fields.ts';

/** By what the chat of a visitor is named; of several the first one counts (G61). */
export const lineChatFields = {
  CHAT_ID: field.maybeId('chat', 'Id of the chat'),
  DIALOG_ID: idOf('dialog', field.optionalText('The same chat as chat123')),
  SESSION_ID: field.maybeId('session', 'Id of a conversation in it'),
  USER_CODE: idOf('object', field.optionalText('How the visitor came: connector, line, chat and user, with | between')),
} as const;

interface Named {
  readonly CHAT_ID: number | undefined;
  readonly DIALOG_ID: string | undefined;
  readonly SESSION_ID: number | undefined;
  readonly USER_CODE: string | undefined;
}

export async function findNamed(
  work: Reading,
  portalId: number,
  { CHAT_ID, DIALOG_ID, SESSION_ID, USER_CODE }: Named,
): Promise<LineView | undefined> {
  if (CHAT_ID !== undefined) return findInChat(work, portalId, CHAT_ID);
  if (DIALOG_ID !== undefined) {
    const dialog = parseDialog(DIALOG_ID);
    return dialog?.kind === 'chat' ? findInChat(work, portalId, dialog.chatId) : undefined;
  }
  if (SESSION_ID !== undefined) return findById(work, portalId, SESSION_ID);
  const [chat] = USER_CODE === undefined ? [] : await work.chats.listOfEntity(portalId, OPEN_CHANNEL, USER_CODE);
  return chat && findInChat(work, portalId, chat.id);
}
