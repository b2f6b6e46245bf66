import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { postSystemLine } from '../message/post-message.ts';
import { recordEvent } from '../record-event.ts';
import { canSee } from '../user/access-user.ts';
import type { User } from '../user/user.ts';
import { tellWatchers } from '../user-queue/tell-watchers.ts';
import { addMember } from './add-member.ts';
import type { Chat } from './chat.ts';
import { joinLine } from './system-line.ts';

/**
 * Adds members to a chat, writes a system message and sends the bots among them their events. Checks no rights: the actions
 * that call this do. Earlier messages do not count as unread for new members, but those behind the line `unreadAfter`.
 */
export async function welcomeMembers(
  work: UnitOfWork,
  inviter: User,
  chat: Chat,
  users: readonly User[],
  { hidesHistory, unreadAfter }: { readonly hidesHistory: boolean; readonly unreadAfter?: number },
): Promise<void> {
  const lastId = (await work.messages.findLast(chat.id))?.id ?? 0;
  for (const user of users)
    await addMember(work, chat, user, 'member', hidesHistory ? lastId : 0, unreadAfter ?? lastId);
  if (users.length > 0) await postSystemLine(work, chat, joinLine(inviter, users), { code: 'joined' });
  for (const { id, isBot } of users) {
    const bot = isBot && (await work.bots.findBot(id));
    if (!bot) continue;
    await recordEvent(work, bot, chat.id, {
      type: 'botJoinedChat',
      userId: inviter.id,
      chatId: chat.id,
      chatType: chat.type,
      seesHistory: !hidesHistory,
    });
  }
  for (const { id: userId } of users)
    await tellWatchers(work, chat, () => ({ type: 'memberJoined', userId, chatId: chat.id }));
  work.announce({ type: 'membersChanged', portalId: chat.portalId, chatId: chat.id, formerIds: [] });
}

/** Those of the users who exist and whom the inviter may see; the others are left out without an error. */
export async function invitable(work: Reading, inviter: User, userIds: readonly number[]): Promise<User[]> {
  const users: User[] = [];
  for (const id of userIds) {
    const user = await work.users.findUser(id);
    if (user?.isActive && (await canSee(work, inviter, user))) users.push(user);
  }
  return users;
}
