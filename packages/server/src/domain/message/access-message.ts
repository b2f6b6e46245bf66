import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { accessChat, type ChatView } from '../chat/access-chat.ts';
import type { User } from '../user/user.ts';
import type { Message } from './message.ts';

export interface MessageView extends ChatView {
  readonly message: Message;
}

/** A message that the viewer may read: in a chat they may look into, and not before their time there. */
export async function accessMessage(
  work: Reading,
  viewer: User,
  id: number,
): Promise<Outcome<MessageView, 'message_not_found'>> {
  const message = await work.messages.findMessage(id);
  if (!message) return refused('message_not_found');
  const view = await accessChat(work, viewer, message.chatId);
  if (!view.ok || message.id <= (view.value.member?.historyAfter ?? 0)) return refused('message_not_found');
  return done({ ...view.value, message });
}

/** A message that somebody wants to act on: they have a place in its chat, and it is still there. */
export async function accessAsMember(
  work: Reading,
  user: User,
  id: number,
): Promise<Outcome<MessageView, 'message_not_found'>> {
  const view = await accessMessage(work, user, id);
  if (!view.ok) return view;
  const { member, message } = view.value;
  return member && message.deletedAt === null ? view : refused('message_not_found');
}

/** A message that a member may read. Others are told whether it is not there or not theirs to read. */
export async function accessReadable(
  work: Reading,
  user: User,
  id: number,
): Promise<Outcome<MessageView, 'message_not_found' | 'message_denied'>> {
  const message = await work.messages.findMessage(id);
  const chat = message && (await work.chats.findChat(message.chatId));
  if (chat?.portalId !== user.portalId) return refused('message_not_found');
  const view = await accessMessage(work, user, id);
  return view.ok && view.value.member ? view : refused('message_denied');
}
