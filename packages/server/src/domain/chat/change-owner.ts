import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { postSystemLine } from '../message/post-message.ts';
import type { User } from '../user/user.ts';
import { accessGroup } from './access-group.ts';
import type { Chat } from './chat.ts';
import { ownerLine } from './system-line.ts';

/** Its owner hands a group to another member and stays in it. Who is the owner already is no change (G41). */
export async function changeOwner(
  work: UnitOfWork,
  owner: User,
  chatId: number,
  userId: number,
): Promise<Outcome<true, 'chat_unavailable' | 'owner_change_denied'>> {
  await work.chats.lockChat(chatId);
  const group = await accessGroup(work, owner.portalId, chatId);
  if (!group.ok) return group;
  const chat = group.value;
  const place = await work.members.findMember(chat.id, owner.id);
  // To somebody outside, who runs the chat is no answer.
  if (!place) return refused('chat_unavailable');
  const isMember = (await work.members.findMember(chat.id, userId)) !== undefined;
  const heir = isMember ? await work.users.findUser(userId) : undefined;
  if (place.role !== 'owner' || !heir) return refused('owner_change_denied');
  if (heir.id === owner.id) return done(true);
  await work.members.updateRole(chat.id, owner.id, 'member');
  await appointOwner(work, chat, heir, ownerLine(owner, heir));
  return done(true);
}

/** Checks no rights: the actions that call this do. */
export async function appointOwner(work: UnitOfWork, chat: Chat, owner: User, line: string): Promise<void> {
  await work.members.updateRole(chat.id, owner.id, 'owner');
  await work.chats.updateOwner(chat.id, owner.id);
  await postSystemLine(work, chat, line, {});
  work.announce({ type: 'membersChanged', portalId: chat.portalId, chatId: chat.id, formerIds: [] });
}
