import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { postSystemLine } from '../message/post-message.ts';
import type { User } from '../user/user.ts';
import { abilitiesOf } from './abilities.ts';
import { accessGroup } from './access-group.ts';
import { titleLine } from './system-line.ts';

export type RenameRefusal = 'chat_unavailable' | 'renaming_forbidden';

/**
 * Gives a group another title and says so there: every member may. The title that it has already is no change, of which
 * nothing is said (G6, G41).
 */
export async function renameChat(
  work: UnitOfWork,
  user: User,
  chatId: number,
  title: string,
): Promise<Outcome<true, RenameRefusal>> {
  // Before the title is read: of two who give the same one, the second changes nothing.
  await work.chats.lockChat(chatId);
  const group = await accessGroup(work, user.portalId, chatId);
  if (!group.ok) return group;
  const chat = group.value;
  // Asked first: to somebody outside, what the chat belongs to is no answer.
  if (!(await work.members.findMember(chat.id, user.id))) return refused('chat_unavailable');
  if (!abilitiesOf(chat).changesTitle) return refused('renaming_forbidden');
  if (title === chat.title) return done(true);
  await work.chats.updateTitle(chat.id, title);
  await postSystemLine(work, chat, titleLine(user, title), {});
  return done(true);
}
