import type { Chat } from '../chat/chat.ts';
import { OPEN_CHANNEL } from '../chat/entity-types.ts';
import type { MessageFacts } from '../event.ts';
import { mentionsEverybody } from '../message-parts/mentions.ts';
import type { User } from '../user/user.ts';
import type { Bot, BotType } from './bot.ts';

type Mentioning = Pick<MessageFacts, 'mentionedIds' | 'text'>;

/**
 * The bots of a chat that get an event for a message of `author`. None get one when a bot from outside answers a command
 * in a private chat (R27): two bots would answer each other for ever.
 */
export function recipientsOf(
  bots: readonly Bot[],
  chat: Pick<Chat, 'type' | 'entity'>,
  author: Pick<User, 'id' | 'isBot'>,
  { mentionedIds, text }: Mentioning,
): readonly Bot[] {
  const isOutsider = author.isBot && !bots.some(({ id }) => id === author.id);
  if (chat.type === 'private' && isOutsider) return [];
  const mentioned = chat.type !== 'private' && bots.length > 0 && mentionsEverybody(text) ? 'all' : mentionedIds;
  return bots.filter((bot) => receives(bot, chat, author.id, mentioned));
}

const RECEIVES_ALL: ReadonlySet<BotType> = new Set(['supervisor', 'personal']);

/**
 * Whether a bot gets an event for a message (R16, R17): never for its own; in a private chat for all; in a group for those
 * that mention it, or everybody. Supervisors and personal bots get all of a group, and bots for open channels all of an open
 * channel.
 */
function receives(
  bot: Bot,
  chat: Pick<Chat, 'type' | 'entity'>,
  authorId: number,
  mentioned: 'all' | readonly number[],
): boolean {
  if (bot.id === authorId) return false;
  if (chat.type === 'private' || RECEIVES_ALL.has(bot.type)) return true;
  if (chat.entity.type === OPEN_CHANNEL && (bot.type === 'openline' || bot.isOpenline)) return true;
  return mentioned === 'all' || mentioned.includes(bot.id);
}
