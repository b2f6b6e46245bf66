import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { recipientsOf } from '../bot/recipients.ts';
import type { Chat } from '../chat/chat.ts';
import type { MessageFacts } from '../event.ts';
import { recordEvent } from '../record-event.ts';
import type { User } from '../user/user.ts';

/**
 * Sends the bots of a chat the event that a message was changed or deleted: to those that would receive the message if it
 * were sent now, when their application subscribes to such changes (R17), but for the bot that did it.
 */
export async function notifyOfChange(
  work: UnitOfWork,
  actor: User,
  chat: Chat,
  type: 'messageChanged' | 'messageDeleted',
  message: MessageFacts,
): Promise<void> {
  // In a private chat, where it matters whether a bot is the author, only the author changes a message.
  const author = { id: message.authorId, isBot: actor.isBot };
  for (const bot of recipientsOf(await work.bots.listInChat(chat.id), chat, author, message.mentionedIds)) {
    if (bot.id === actor.id) continue;
    if (!(await isFollowed(work, bot.applicationId, type))) continue;
    await recordEvent(work, bot, chat.id, { type, userId: actor.id, message });
  }
}

async function isFollowed(
  work: Reading,
  applicationId: number,
  type: 'messageChanged' | 'messageDeleted',
): Promise<boolean> {
  if (await work.handlers.findBound(applicationId, type)) return true;
  return (await work.subscriptions.listOfApplicationTo(applicationId, type)).length > 0;
}
