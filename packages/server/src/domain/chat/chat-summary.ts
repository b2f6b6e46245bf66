import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { ChatView } from './access-chat.ts';
import type { Chat } from './chat.ts';
import { type ChatOverview, unreadOf } from './chat-overview.ts';

/** A chat in a list, as one of those who look into it sees it. Its members are counted, and not read one by one. */
export interface ChatSummary
  extends Pick<
    ChatOverview,
    'viewerId' | 'role' | 'lastMessageId' | 'messageCount' | 'unreadCount' | 'firstUnreadId' | 'lastReadId'
  > {
  readonly chat: Chat;
  readonly memberCount: number;
  /** Guests from outside are in it. */
  readonly hasGuests: boolean;
  /** By the viewer. */
  readonly isMuted: boolean;
}

export async function summaryOf(work: Reading, viewer: User, view: ChatView): Promise<ChatSummary> {
  const { chat, member } = view;
  const newest = await work.messages.findLast(chat.id);
  const lastMessageId = newest?.id ?? 0;
  const unread = await unreadOf(work, viewer, view);
  return {
    chat,
    viewerId: viewer.id,
    role: member?.role ?? 'guest',
    memberCount: await work.members.countOf(chat.id),
    hasGuests: (await work.members.findExtranet(chat.id)) !== undefined,
    isMuted: member?.isMuted ?? false,
    lastMessageId,
    messageCount: (newest?.seq ?? 0) - chat.removedCount,
    unreadCount: unread.count,
    firstUnreadId: unread.firstId,
    lastReadId: member && unread.count > 0 ? member.lastReadId : lastMessageId,
  };
}
