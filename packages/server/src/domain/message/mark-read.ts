import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { accessDialog } from '../chat/access-chat.ts';
import type { Chat, Member } from '../chat/chat.ts';
import { unreadOf } from '../chat/chat-overview.ts';
import type { Dialog, WorkgroupDialog } from '../chat/dialog.ts';
import { accessOpened } from '../chat/notes.ts';
import type { User } from '../user/user.ts';

/** How far somebody has read a chat. */
export interface ReadMark {
  readonly chatId: number;
  readonly lastReadId: number;
  readonly unreadCount: number;
}

/**
 * Somebody has read a dialog up to a line, or to its end; it is marked as unread no more. Never moves backwards (G32), nor beyond what is written: the id is
 * a number that no line need have (R39).
 */
export async function markRead(
  work: UnitOfWork,
  user: User,
  dialog: Dialog | WorkgroupDialog,
  messageId: number | undefined,
): Promise<Outcome<ReadMark, 'not_a_member'>> {
  const view = await accessOpened(work, user, dialog);
  if (!view.ok || !view.value.member) return refused('not_a_member');
  const { chat, member } = view.value;
  return done(await markUpTo(work, user, { chat, member }, messageId));
}

/** The same for those who have found that they are in the chat. */
export async function markUpTo(
  work: UnitOfWork,
  user: User,
  { chat, member }: { readonly chat: Chat; readonly member: Member },
  messageId: number | undefined,
): Promise<ReadMark> {
  const newestId = (await work.messages.findLast(chat.id))?.id ?? 0;
  const lastReadId = Math.max(member.lastReadId, Math.min(messageId ?? newestId, newestId));
  if (lastReadId > member.lastReadId) {
    await work.readMarks.updateLastRead(chat.id, user.id, lastReadId, work.now);
    work.announce({ type: 'chatRead', portalId: chat.portalId, chatId: chat.id, userId: user.id });
  }
  if (member.isMarked) await takeMarkOff(work, user, chat.id);
  const { count } = await unreadOf(work, user, { chat, member: { ...member, lastReadId } });
  return { chatId: chat.id, lastReadId, unreadCount: count };
}

/** From a line on everything is unread to somebody again; what was unread before stays so. */
export async function markUnread(
  work: UnitOfWork,
  user: User,
  dialog: Dialog,
  fromId: number,
): Promise<Outcome<boolean>> {
  const view = await accessDialog(work, user, dialog);
  if (!view.ok || !view.value.member) return done(false);
  const { chat, member } = view.value;
  if (fromId <= member.lastReadId) {
    await work.readMarks.updateUnread(chat.id, user.id, fromId - 1);
    work.announce({ type: 'chatRead', portalId: chat.portalId, chatId: chat.id, userId: user.id });
  }
  return done(true);
}

/** Reads at most `limit` of the chats that somebody is behind in, and takes their marks off (G33); answers how many those were. */
export async function markChatsRead(work: UnitOfWork, user: User, limit: number): Promise<number> {
  const behind = await work.readMarks.listBehind(user.id, limit);
  for (const { chatId, newestId, isMarked } of behind) {
    await work.readMarks.updateLastRead(chatId, user.id, newestId, work.now);
    work.announce({ type: 'chatRead', portalId: user.portalId, chatId, userId: user.id });
    if (isMarked) await takeMarkOff(work, user, chatId);
  }
  return behind.length;
}

async function takeMarkOff(work: UnitOfWork, { id, portalId }: User, chatId: number): Promise<void> {
  await work.recent.updateUnmarked(chatId, id, work.now);
  work.announce({ type: 'recentChanged', portalId, chatId, userId: id });
}
