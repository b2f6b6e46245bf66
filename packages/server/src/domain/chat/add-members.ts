import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Chat } from './chat.ts';
import { fillVacancy } from './fill-vacancy.ts';
import { invitable, welcomeMembers } from './welcome-members.ts';

export interface Invitation {
  readonly userIds: readonly number[];
  /** What was written before they came stays hidden from those who are added. */
  readonly hidesHistory: boolean;
}

/**
 * Adds people and bots to a chat that the inviter is a member of: every member may. Answers with those who are new, which
 * is nobody when all of them are in the chat already. Unknown users are passed over as long as one is known.
 */
export async function addMembers(
  work: UnitOfWork,
  inviter: User,
  chat: Chat,
  { userIds, hidesHistory }: Invitation,
): Promise<Outcome<readonly User[], 'adding_denied'>> {
  await work.chats.lockChat(chat.id);
  if (!(await work.members.findMember(chat.id, inviter.id))) return refused('adding_denied');
  const invited = await invitable(work, inviter, userIds);
  if (invited.length === 0) return refused('adding_denied');
  const added: User[] = [];
  for (const user of invited) if (!(await work.members.findMember(chat.id, user.id))) added.push(user);
  if (added.length === 0) return done(added);
  await welcomeMembers(work, inviter, chat, added, { hidesHistory });
  await fillVacancy(work, chat);
  return done(added);
}

/** The same for those to whom it is a fault that nobody was new. */
export async function addNewMembers(
  work: UnitOfWork,
  inviter: User,
  chat: Chat,
  invitation: Invitation,
): Promise<Outcome<readonly User[], 'adding_denied' | 'already_members'>> {
  const added = await addMembers(work, inviter, chat, invitation);
  return added.ok && added.value.length === 0 ? refused('already_members') : added;
}
