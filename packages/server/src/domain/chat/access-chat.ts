import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Chat, Member } from './chat.ts';
import type { Dialog, WorkgroupDialog } from './dialog.ts';
import { WORKGROUP } from './entity-types.ts';

export type ChatRefusal = 'chat_not_found' | 'chat_denied';

/** A chat with the viewer's place in it; an employee who looks into an open chat has none. */
export interface ChatView {
  readonly chat: Chat;
  readonly member: Member | undefined;
}

/** A chat that the viewer may look into: they are in it, or it is open and they are an employee. */
export async function accessChat(work: Reading, viewer: User, chatId: number): Promise<Outcome<ChatView, ChatRefusal>> {
  const chat = await work.chats.findChat(chatId);
  if (chat?.portalId !== viewer.portalId) return refused('chat_not_found');
  const member = await work.members.findMember(chatId, viewer.id);
  if (!member && !(chat.type === 'open' && !viewer.isExtranet)) return refused('chat_denied');
  return done({ chat, member });
}

/** The same by what the viewer calls it. A private chat that nobody has written in yet is not there to be looked into. */
export async function accessDialog(
  work: Reading,
  viewer: User,
  dialog: Dialog | WorkgroupDialog,
): Promise<Outcome<ChatView, ChatRefusal>> {
  if (dialog.kind === 'chat') return accessChat(work, viewer, dialog.chatId);
  if (dialog.kind === 'workgroup') return accessEntityChat(work, viewer, WORKGROUP, String(dialog.groupId));
  const chat = await work.chats.findPrivate(viewer.portalId, viewer.id, dialog.userId);
  return chat ? accessChat(work, viewer, chat.id) : refused('chat_not_found');
}

/** The same by the outside object that the chat belongs to: of several, the oldest that the viewer may look into. */
export async function accessEntityChat(
  work: Reading,
  viewer: User,
  type: string,
  id: string,
): Promise<Outcome<ChatView, ChatRefusal>> {
  const chats = await work.chats.listOfEntity(viewer.portalId, type, id);
  for (const chat of chats) {
    const view = await accessChat(work, viewer, chat.id);
    if (view.ok) return view;
  }
  return refused(chats.length > 0 ? 'chat_denied' : 'chat_not_found');
}
