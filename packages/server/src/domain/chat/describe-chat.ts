import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { abilitiesOf } from './abilities.ts';
import { accessGroup } from './access-group.ts';
import type { RenameRefusal } from './rename-chat.ts';

/** Says what a group is about. Whoever may give it another title may; nothing is written in it for that. */
export async function describeChat(
  work: UnitOfWork,
  user: User,
  chatId: number,
  description: string,
): Promise<Outcome<true, RenameRefusal>> {
  await work.chats.lockChat(chatId);
  const group = await accessGroup(work, user.portalId, chatId);
  if (!group.ok) return group;
  const chat = group.value;
  if (!(await work.members.findMember(chat.id, user.id))) return refused('chat_unavailable');
  if (!abilitiesOf(chat).changesTitle) return refused('renaming_forbidden');
  if (description === chat.description) return done(true);
  await work.chats.updateDescription(chat.id, description);
  work.announce({ type: 'membersChanged', portalId: chat.portalId, chatId: chat.id, formerIds: [] });
  return done(true);
}
