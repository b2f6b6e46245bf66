import type { UnitOfWork } from '../../storage/unit-of-work.ts';
import { hears } from '../bot/hears.ts';
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
  for (const bot of await work.bots.inChat(chat.id)) {
    if (bot.id === actor.id || !hears(bot, chat, message.authorId, message.mentionedIds)) continue;
    if (!(await work.handlers.findBound(bot.applicationId, type))) continue;
    await recordEvent(work, bot, chat.id, { type, userId: actor.id, message });
  }
}
