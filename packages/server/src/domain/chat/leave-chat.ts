import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { postSystemLine } from '../message/post-message.ts';
import type { User } from '../user/user.ts';
import type { Chat } from './chat.ts';
import { leaveLine } from './system-line.ts';

export type LeaveRefusal = 'user_not_member' | 'owner_must_stay';

/**
 * Takes a user out of a chat at their own wish. The owner may go only as the last one: a chat that others are in needs
 * somebody to run it, unless it is a visitor's, which is offered to others then. A bot that leaves keeps the right to answer
 * what it was called for while it was there (R28).
 */
export async function leaveChat(work: UnitOfWork, user: User, chat: Chat): Promise<Outcome<true, LeaveRefusal>> {
  await work.chats.lockChat(chat.id);
  const place = await work.members.findMember(chat.id, user.id);
  if (!place) return refused('user_not_member');
  const mustStay = place.role === 'owner' && chat.type !== 'line';
  if (mustStay && (await work.members.countOf(chat.id)) > 1) return refused('owner_must_stay');
  await takeOutMember(work, chat, user.id, leaveLine(user));
  return done(true);
}

/** Removes a member and writes a system message. Checks no rights: the actions that call this do. */
export async function takeOutMember(work: UnitOfWork, chat: Chat, userId: number, line: string): Promise<void> {
  await work.members.deleteMember(chat.id, userId);
  await postSystemLine(work, chat, line, { code: 'left' });
  work.announce({ type: 'membersChanged', portalId: chat.portalId, chatId: chat.id, formerIds: [userId] });
}
