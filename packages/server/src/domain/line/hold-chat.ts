import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import { takeOutMember } from '../chat/leave-chat.ts';
import { leaveLine } from '../chat/system-line.ts';
import type { User } from '../user/user.ts';

/** The chat of a visitor belongs to whoever answers there. Nothing is written: the lines of those who come and go say it. */
export async function holdChat(work: UnitOfWork, chat: Chat, holder: User): Promise<void> {
  const former = await work.members.findOwner(chat.id);
  if (former === holder.id) return;
  if (former !== undefined) await work.members.updateRole(chat.id, former, 'member');
  await work.members.updateRole(chat.id, holder.id, 'owner');
  await work.chats.updateOwner(chat.id, holder.id);
  work.announce({ type: 'membersChanged', portalId: chat.portalId, chatId: chat.id, formerIds: [] });
}

/** Who is not there any more is passed over. */
export async function letGo(work: UnitOfWork, chat: Chat, userIds: readonly number[]): Promise<void> {
  for (const id of userIds) {
    const user = (await work.members.findMember(chat.id, id)) && (await work.users.findUser(id));
    if (user) await takeOutMember(work, chat, id, leaveLine(user));
  }
}
