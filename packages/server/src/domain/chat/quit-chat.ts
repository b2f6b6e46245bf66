import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Chat } from './chat.ts';
import { fillVacancy } from './fill-vacancy.ts';
import { takeOutMember } from './leave-chat.ts';
import { removeMember } from './remove-member.ts';
import { leaveLine } from './system-line.ts';

/**
 * Takes a person out of a chat at their own wish. Other than a bot, its owner may go, too: the chat falls to
 * somebody else (G39).
 */
export async function quitChat(work: UnitOfWork, user: User, chat: Chat): Promise<Outcome<true, 'user_not_member'>> {
  await work.chats.lockChat(chat.id);
  const place = await work.members.findMember(chat.id, user.id);
  if (!place) return refused('user_not_member');
  await takeOutMember(work, chat, user.id, leaveLine(user));
  if (place.role === 'owner') await fillVacancy(work, chat);
  return done(true);
}

/** A person takes somebody out of a chat. Whoever names themselves leaves. */
export async function excludeMember(
  work: UnitOfWork,
  person: User,
  chat: Chat,
  userId: number,
): Promise<Outcome<true, 'user_not_member' | 'owner_must_stay' | 'removing_denied'>> {
  return userId === person.id ? quitChat(work, person, chat) : removeMember(work, person, chat, userId);
}
