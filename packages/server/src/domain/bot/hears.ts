import type { Chat } from '../chat/chat.ts';
import { OPEN_CHANNEL } from '../chat/entity-types.ts';
import type { Bot } from './bot.ts';

/**
 * Whether a bot is told of a message (R16, R17): not of its own; all in a private chat; in a group what mentions it,
 * unless it is a supervisor, which hears everything, or the chat is an open channel and the bot serves those.
 */
export function hears(
  bot: Bot,
  chat: Pick<Chat, 'type' | 'entity'>,
  authorId: number,
  mentionedIds: readonly number[],
): boolean {
  if (bot.id === authorId) return false;
  if (chat.type === 'private' || bot.type === 'S') return true;
  if (chat.entity.type === OPEN_CHANNEL && (bot.type === 'O' || bot.isOpenline)) return true;
  return mentionedIds.includes(bot.id);
}
