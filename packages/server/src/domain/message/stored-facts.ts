import type { Reading } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import type { MessageFacts } from '../event.ts';
import type { Message } from './message.ts';
import { messageFacts } from './post-message.ts';

/** The facts of a message that stands in its chat already. */
export async function storedFacts(
  work: Reading,
  chat: Chat,
  message: Message,
  skipConnector = false,
): Promise<MessageFacts> {
  const bots = await work.bots.listInChat(chat.id);
  const [previous] = await work.messages.listOlder(chat.id, 0, message.id, 1);
  return messageFacts(message, chat, bots, previous?.id ?? 0, skipConnector);
}
