import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { ChatView } from './access-chat.ts';
import type { NamedMember, Role } from './chat.ts';

/** A chat as one of those who look into it sees it. */
export interface ChatOverview extends Pick<ChatView, 'chat'> {
  readonly viewerId: number;
  /** guest: looks into an open chat without being in it. */
  readonly role: Role | 'guest';
  /** By user id. */
  readonly members: readonly NamedMember[];
  /** 0: nothing was written yet. */
  readonly lastMessageId: number;
  readonly messageCount: number;
  /** Lines that others wrote and the viewer has not read; without those of the portal itself (G6). */
  readonly unreadCount: number;
  /** The first of them, 0 for none. */
  readonly firstUnreadId: number;
  /** Up to which line the viewer has read. */
  readonly lastReadId: number;
  /** Members who have read the newest line, in the order they did; without its author. */
  readonly lastMessageReaders: readonly NamedMember[];
}

export async function overviewOf(work: Reading, viewer: User, { chat, member }: ChatView): Promise<ChatOverview> {
  const newest = await work.messages.findLast(chat.id);
  const lastMessageId = newest?.id ?? 0;
  const members = await work.members.listNamedOfChat(chat.id);
  const unread = await unreadOf(work, viewer, { chat, member });
  return {
    chat,
    viewerId: viewer.id,
    role: member?.role ?? 'guest',
    members,
    lastMessageId,
    messageCount: (newest?.seq ?? 0) - chat.removedCount,
    unreadCount: unread.count,
    firstUnreadId: unread.firstId,
    // Who wrote the newest lines themselves has nothing left to read, although they never said that they read it.
    lastReadId: member && unread.count > 0 ? member.lastReadId : lastMessageId,
    lastMessageReaders: await readersOf(work, lastMessageId, members),
  };
}

/** Nothing is unread to those who have no place in the chat. */
export async function unreadOf(
  work: Reading,
  viewer: User,
  { chat, member }: ChatView,
): Promise<{ count: number; firstId: number }> {
  if (!member) return { count: 0, firstId: 0 };
  const after = Math.max(member.lastReadId, member.historyAfter);
  const count = await work.messages.countUnread(chat.id, viewer.id, after);
  return { count, firstId: count > 0 ? ((await work.messages.findFirstUnread(chat.id, viewer.id, after)) ?? 0) : 0 };
}

async function readersOf(work: Reading, messageId: number, members: readonly NamedMember[]): Promise<NamedMember[]> {
  const message = await work.messages.findMessage(messageId);
  if (!message) return [];
  return members
    .filter(
      (member) => member.lastReadId >= messageId && member.lastReadAt !== null && member.userId !== message.authorId,
    )
    .sort((a, b) => (a.lastReadAt ?? 0) - (b.lastReadAt ?? 0));
}
