import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from './chat.ts';

/** People can write in a chat from now on, or cannot: their field is shut. */
export async function switchField(work: UnitOfWork, chat: Chat, isOn: boolean): Promise<void> {
  if (chat.isFieldOff === !isOn) return;
  await work.chats.updateField(chat.id, !isOn);
  work.announce({ type: 'textFieldChanged', portalId: chat.portalId, chatId: chat.id });
}
