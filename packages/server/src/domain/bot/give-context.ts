import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { openPrivateChat } from '../chat/open-private-chat.ts';
import { recordEvent } from '../record-event.ts';
import type { User } from '../user/user.ts';
import type { Bot } from './bot.ts';

/** Somebody opens the dialog with a bot, and passes something on to it. Bots of generation 1 are not told. */
export async function giveContext(
  work: UnitOfWork,
  person: User,
  bot: Bot,
  context: Readonly<Record<string, unknown>>,
): Promise<Outcome<true, 'user_not_found'>> {
  const chat = await openPrivateChat(work, person, bot.id);
  if (!chat.ok) return chat;
  const { id: chatId } = chat.value;
  await recordEvent(work, bot, chatId, { type: 'contextGiven', userId: person.id, chatId, context });
  return done(true);
}
