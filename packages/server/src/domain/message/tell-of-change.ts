import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { hearersOf } from '../bot/hears.ts';
import type { Chat } from '../chat/chat.ts';
import type { MessageFacts } from '../event.ts';
import { recordEvent } from '../record-event.ts';
import type { User } from '../user/user.ts';

/**
 * Tells the bots of a chat that a message was changed or deleted: those that would hear it if it were sent now, as
 * long as their application follows such changes (R17). The one who did it knows.
 */
export async function tellOfChange(
  work: UnitOfWork,
  actor: User,
  chat: Chat,
  type: 'messageChanged' | 'messageDeleted',
  message: MessageFacts,
): Promise<void> {
  // Where it matters whether a bot wrote it, in a private chat, nobody but its author changes a message.
  const author = { id: message.authorId, isBot: actor.isBot };
  for (const bot of hearersOf(await work.bots.listInChat(chat.id), chat, author, message.mentionedIds)) {
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
