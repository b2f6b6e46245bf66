import type { Message, RecentChat } from '@botyard/client';
import { session } from '../session.ts';
import { mentions } from '../text/mentions.ts';
import type { Commands } from '../types.generated.ts';

type Told = Commands['recent.list']['answer']['chats'][number];

/** A chat as the list shows it; what the list does not show is left out, so that events can keep it exact. */
export interface RecentEntry extends Omit<Told, 'chat'> {
  readonly chat: Omit<RecentChat, 'date_update' | 'date_last_activity' | 'last_id' | 'has_reminder' | 'options'>;
}

export function entryOf(told: Told): RecentEntry {
  const { date_update: _a, date_last_activity: _b, last_id: _c, has_reminder: _d, options: _e, ...chat } = told.chat;
  return { ...told, chat };
}

/** As the list says which chat it is: `5`, `chat12`. */
export function dialogOf({ chat }: RecentEntry): string {
  return String(chat.id);
}

export function isUnread({ chat }: RecentEntry): boolean {
  return chat.counter > 0 || chat.unread;
}

/** The bot or the person that a private chat is with. */
export function otherIn({ chat }: RecentEntry) {
  return chat.type === 'user' && 'bot' in chat.user ? chat.user : undefined;
}

/** Pinned ones, then by their newest lines. */
export function inOrder({ chat: one }: RecentEntry, { chat: other }: RecentEntry): number {
  if (one.pinned !== other.pinned) return one.pinned ? -1 : 1;
  return other.message.id - one.message.id;
}

/**
 * The entry after a message was added, or became another; undefined: only the portal can tell.
 *
 * @param author undefined: it is a line of the system
 */
export function afterMessage(
  entry: RecentEntry,
  message: Message,
  author: RecentChat['user'] | undefined,
  isNew: boolean,
): RecentEntry | undefined {
  const { chat } = entry;
  const params = Array.isArray(message.params) ? {} : message.params;
  const isOwn = message.author_id === session.userId;
  const mentionsMe = !isOwn && mentions(message.text, session.userId);
  if (isNew && message.id <= chat.message.id) return entry;
  // What was counted of it may have changed with it; and lines of the system are counted by who had them written.
  if (!isNew && chat.counter > 0 && (entry.mentions > 0 || mentionsMe)) return undefined;
  if (isNew && message.author_id === 0) return undefined;
  if (!isNew && message.id !== chat.message.id) return entry;
  const isCounted = isNew && !isOwn;
  return {
    ...entry,
    isDeleted: params.IS_DELETED === 'Y',
    mentions: entry.mentions + (isCounted && mentionsMe ? 1 : 0),
    chat: {
      ...chat,
      counter: chat.counter + (isCounted ? 1 : 0),
      user: chat.type === 'chat' ? (author ?? chat.user) : chat.user,
      message: {
        ...chat.message,
        id: message.id,
        text: message.text,
        author_id: message.author_id,
        date: message.date,
        file: (params.FILE_ID ?? []).length > 0,
        attach: params.ATTACH !== undefined,
        status: isNew ? 'received' : chat.message.status,
        uuid: message.uuid,
      },
    },
  };
}

/** The entry after somebody has read up to a line; undefined: only the portal can tell. */
export function afterReading(entry: RecentEntry, userId: number, lastId: number): RecentEntry | undefined {
  const { chat } = entry;
  const isWhole = lastId >= chat.message.id;
  if (userId === session.userId) return isWhole ? { ...entry, mentions: 0, chat: { ...chat, counter: 0 } } : undefined;
  if (chat.message.author_id !== session.userId) return entry;
  if (!isWhole) return chat.message.status === 'delivered' ? undefined : entry;
  return { ...entry, chat: { ...chat, message: { ...chat.message, status: 'delivered' } } };
}
