import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { openPrivateChat } from '../chat/open-private-chat.ts';
import type { User } from '../user/user.ts';
import type { Message } from './message.ts';
import { postFromBot } from './post-from-bot.ts';
import type { MessageContent } from './post-message.ts';

/**
 * Puts a bot's line of the system into the private chat of two users. One of them may be the bot itself; if neither is,
 * both must be people: with the bots of others nobody gets into touch on somebody else's behalf.
 */
export async function sendBetween(
  work: UnitOfWork,
  bot: User,
  fromId: number,
  toId: number,
  content: MessageContent,
): Promise<Outcome<Message, 'user_not_found'>> {
  const [from, to] = [await work.users.findUser(fromId), await work.users.findUser(toId)];
  if (from?.portalId !== bot.portalId || !from.isActive) return refused('user_not_found');
  // Nor does a bot write into somebody's notes.
  const isBetweenPeople = !from.isBot && !to?.isBot && fromId !== toId;
  if (fromId !== bot.id && toId !== bot.id && !isBetweenPeople) return refused('user_not_found');
  const chat = await openPrivateChat(work, from, toId);
  return chat.ok ? done(await postFromBot(work, bot, chat.value, { ...content, isSystem: true })) : chat;
}
