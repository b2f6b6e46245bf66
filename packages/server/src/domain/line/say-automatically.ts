import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import { postSystemLine } from '../message/post-message.ts';
import { storedText } from '../message/stored-text.ts';

/** A line of the portal that the visitor reads, too; an empty one is none (G60). */
export async function sayAutomatically(work: UnitOfWork, chat: Chat, text: string): Promise<void> {
  const said = storedText(text);
  if (said.trim() !== '') await postSystemLine(work, chat, said, { code: 'automatic' });
}
