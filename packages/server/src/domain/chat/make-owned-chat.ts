import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Chat } from './chat.ts';
import { createChat, type NewChat } from './create-chat.ts';

/** A group that its maker is in, and that somebody else may own: it is theirs from the start, and nothing is said of it. */
export async function makeOwnedChat(
  work: UnitOfWork,
  maker: User,
  draft: NewChat,
  ownerId: number | undefined,
): Promise<Chat> {
  const memberIds = new Set([...draft.memberIds, ...(ownerId ? [ownerId] : [])]);
  const chat = await createChat(work, maker, { ...draft, memberIds: [...memberIds] });
  const isOther = ownerId !== undefined && ownerId !== maker.id;
  if (!isOther || !(await work.members.findMember(chat.id, ownerId))) return chat;
  await work.members.updateRole(chat.id, maker.id, 'member');
  await work.members.updateRole(chat.id, ownerId, 'owner');
  await work.chats.updateOwner(chat.id, ownerId);
  return { ...chat, ownerId };
}
