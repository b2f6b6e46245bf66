import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { MessageView } from './access-message.ts';
import type { Message } from './message.ts';

/** Milliseconds for which a message can be changed or deleted (R32). */
export const CHANGE_WINDOW = 3 * 24 * 60 * 60_000;

/** A message that is young enough to be changed at all, in a chat where `user` writes; nobody else changes it until the unit ends. */
export async function accessChangeable(
  work: UnitOfWork,
  user: User,
  id: number,
): Promise<Outcome<MessageView, 'message_not_editable'>> {
  const message = await work.messages.findMessage(id);
  const chat = message && (await work.chats.findChat(message.chatId));
  if (!chat || chat.portalId !== user.portalId || work.now - message.createdAt > CHANGE_WINDOW)
    return refused('message_not_editable');
  const member = await work.members.findMember(chat.id, user.id);
  const isReached = member ? message.id > member.historyAfter : isAnswerFromOutside(message, user);
  if (!isReached) return refused('message_not_editable');
  // Whoever held the chat until now may have changed the message, or deleted it.
  await work.chats.lockChat(chat.id);
  const latest = await work.messages.findMessage(id);
  return latest ? done({ chat, member, message: latest }) : refused('message_not_editable');
}

/** A bot's answer to a command in a chat that it is not in (R27): a bot that says "working ..." must be able to finish. */
function isAnswerFromOutside(message: Message, user: User): boolean {
  return user.isBot && message.isSystem && message.authorId === user.id;
}
