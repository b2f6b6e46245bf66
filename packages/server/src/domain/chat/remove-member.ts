import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Chat } from './chat.ts';
import { type LeaveRefusal, leaveChat, takeOutMember } from './leave-chat.ts';
import { removalLine } from './system-line.ts';

/** Takes somebody else out of a chat: its owner and its managers may. Whoever names themselves leaves. */
export async function removeMember(
  work: UnitOfWork,
  remover: User,
  chat: Chat,
  userId: number,
): Promise<Outcome<true, LeaveRefusal | 'removing_denied'>> {
  if (userId === remover.id) return leaveChat(work, remover, chat);
  await work.chats.lockChat(chat.id);
  const place = await work.members.findMember(chat.id, remover.id);
  if (!place) return refused('removing_denied');
  const target = await work.members.findMember(chat.id, userId);
  if (target?.role === 'owner') return refused('owner_must_stay');
  if (place.role === 'member') return refused('removing_denied');
  const removed = target && (await work.users.findUser(userId));
  if (!removed) return refused('user_not_member');
  await takeOutMember(work, chat, userId, removalLine(remover, removed));
  return done(true);
}
