import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { Bot } from '../bot/bot.ts';
import { recipientsOf } from '../bot/recipients.ts';
import type { Chat } from '../chat/chat.ts';
import type { MessageFacts } from '../event.ts';
import { recordEvent } from '../record-event.ts';
import type { User } from '../user/user.ts';
import { tellWatchers } from '../user-queue/tell-watchers.ts';

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
  const bots = await work.bots.listInChat(chat.id);
  const told = new Set(recipientsOf(bots, chat, author, message));
  for (const bot of bots) {
    if (!(await hears(work, bot, told.has(bot), actor, author.id, type))) continue;
    await recordEvent(work, bot, chat.id, { type, userId: actor.id, message });
  }
  await tellWatchers(work, chat, () => ({ type, userId: actor.id, message }));
}

/** One of generation 2 is told of its own acts and of what becomes of its own messages, too (V24). */
async function hears(
  work: Reading,
  bot: Bot,
  isRecipient: boolean,
  actor: User,
  authorId: number,
  type: 'messageChanged' | 'messageDeleted',
): Promise<boolean> {
  if (bot.generation === 'v2') return isRecipient || bot.id === authorId;
  return isRecipient && bot.id !== actor.id && (await isFollowed(work, bot.applicationId, type));
}

async function isFollowed(
  work: Reading,
  applicationId: number,
  type: 'messageChanged' | 'messageDeleted',
): Promise<boolean> {
  if (await work.handlers.findBound(applicationId, type)) return true;
  return (await work.subscriptions.listOfApplicationTo(applicationId, type)).length > 0;
}
