import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
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
