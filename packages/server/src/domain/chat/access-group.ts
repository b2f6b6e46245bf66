import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { abilitiesOf } from './abilities.ts';
import type { Chat } from './chat.ts';

/** A chat of the portal that has members to speak of: not a private one. Whether the caller is among them is not asked. */
export async function accessGroup(
  work: Reading,
  portalId: number,
  chatId: number,
): Promise<Outcome<Chat, 'chat_unavailable'>> {
  const chat = await work.chats.findChat(chatId);
  return chat?.portalId === portalId && chat.type !== 'private' ? done(chat) : refused('chat_unavailable');
}

export type JoinedRefusal = 'chat_not_found' | 'chat_unavailable';

/** A group that the user is in. */
export async function accessJoined(work: Reading, user: User, chatId: number): Promise<Outcome<Chat, JoinedRefusal>> {
  const chat = await work.chats.findChat(chatId);
  if (chat?.portalId !== user.portalId) return refused('chat_not_found');
  const isJoined = chat.type !== 'private' && (await work.members.findMember(chat.id, user.id)) !== undefined;
  return isJoined ? done(chat) : refused('chat_unavailable');
}

export type FaceRefusal = JoinedRefusal | 'chat_denied' | 'avatar_fixed';

/** A group whose picture the user may change. */
export async function accessFace(work: Reading, user: User, chatId: number): Promise<Outcome<Chat, FaceRefusal>> {
  const chat = await work.chats.findChat(chatId);
  if (chat?.portalId !== user.portalId) return refused('chat_not_found');
  if (chat.type === 'private') return refused('chat_unavailable');
  if (!(await work.members.findMember(chat.id, user.id))) return refused('chat_denied');
  return abilitiesOf(chat).changesAvatar ? done(chat) : refused('avatar_fixed');
}

/** A group that people can be added to. */
export async function accessExtendable(
  work: Reading,
  portalId: number,
  chatId: number,
): Promise<Outcome<Chat, 'chat_unavailable' | 'adding_forbidden'>> {
  const group = await accessGroup(work, portalId, chatId);
  return group.ok && !abilitiesOf(group.value).takesMembers ? refused('adding_forbidden') : group;
}

/** A group that people can leave and be taken out of. */
export async function accessReducible(
  work: Reading,
  portalId: number,
  chatId: number,
): Promise<Outcome<Chat, 'chat_unavailable' | 'removing_forbidden'>> {
  const group = await accessGroup(work, portalId, chatId);
  return group.ok && !abilitiesOf(group.value).losesMembers ? refused('removing_forbidden') : group;
}
