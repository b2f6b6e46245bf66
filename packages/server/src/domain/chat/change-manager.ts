import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';

/**
 * The owner of a group lets a member manage it, or takes that back. Of what is so already nothing changes (G41), nor does
 * the owner's own part.
 */
export async function changeManager(
  work: UnitOfWork,
  owner: User,
  chatId: number,
  { userId, isManager }: { readonly userId: number; readonly isManager: boolean },
): Promise<Outcome<true, 'manager_change_denied'>> {
  await work.chats.lockChat(chatId);
  const chat = await work.chats.findChat(chatId);
  const place = chat && chat.type !== 'private' ? await work.members.findMember(chatId, owner.id) : undefined;
  const member = place?.role === 'owner' ? await work.members.findMember(chatId, userId) : undefined;
  if (!chat || !member) return refused('manager_change_denied');
  const role = isManager ? 'manager' : 'member';
  if (member.role === 'owner' || member.role === role) return done(true);
  await work.members.updateRole(chatId, userId, role);
  work.announce({ type: 'membersChanged', portalId: chat.portalId, chatId, formerIds: [] });
  return done(true);
}
