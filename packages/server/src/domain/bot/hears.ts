import type { Chat } from '../chat/chat.ts';
import { OPEN_CHANNEL } from '../chat/entity-types.ts';
import type { User } from '../user/user.ts';
import type { Bot, BotType } from './bot.ts';

/**
 * The bots of a chat that are told of what `author` writes there. Who answers a command from outside into a private chat
 * (R27) speaks to the person: a bot that heard it would answer the other bot, and be answered.
 */
export function hearersOf(
  bots: readonly Bot[],
  chat: Pick<Chat, 'type' | 'entity'>,
  author: Pick<User, 'id' | 'isBot'>,
  mentionedIds: readonly number[],
): readonly Bot[] {
  const isOutsider = author.isBot && !bots.some(({ id }) => id === author.id);
  if (chat.type === 'private' && isOutsider) return [];
  return bots.filter((bot) => hears(bot, chat, author.id, mentionedIds));
}

const HEARS_ALL: ReadonlySet<BotType> = new Set(['supervisor', 'personal']);

/**
 * Whether a bot is told of a message (R16, R17): not of its own; all in a private chat; in a group what mentions it,
 * unless it is a supervisor or a personal bot, which hear everything, or the chat is an open channel and the bot serves those.
 */
function hears(
  bot: Bot,
  chat: Pick<Chat, 'type' | 'entity'>,
  authorId: number,
  mentionedIds: readonly number[],
): boolean {
  if (bot.id === authorId) return false;
  if (chat.type === 'private' || HEARS_ALL.has(bot.type)) return true;
  if (chat.entity.type === OPEN_CHANNEL && (bot.type === 'openline' || bot.isOpenline)) return true;
  return mentionedIds.includes(bot.id);
}
