import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { accessDialog, type ChatRefusal } from '../chat/access-chat.ts';
import type { Chat } from '../chat/chat.ts';
import type { Dialog, WorkgroupDialog } from '../chat/dialog.ts';
import { openPrivateChat } from '../chat/open-private-chat.ts';
import { takeOver } from '../line/take-over.ts';
import { markActive } from '../user/presence.ts';
import type { User } from '../user/user.ts';
import type { Message } from './message.ts';
import type { MessageContent } from './post-message.ts';
import { postWithFiles } from './post-with-files.ts';

export type SendRefusal = 'user_not_found' | ChatRefusal | ReplyRefusal;
export type ReplyRefusal = 'reply_not_found' | 'reply_from_other_chat';

/** Writes into a dialog as `author`, who must be a member; a private chat is made at the first contact. */
export async function sendMessage(
  work: UnitOfWork,
  author: User,
  dialog: Dialog,
  content: MessageContent,
): Promise<Outcome<Message, SendRefusal>> {
  const chat = await accessWritable(work, author, dialog);
  return chat.ok ? sendInto(work, author, chat.value, content) : chat;
}

/** The chat that `author` may write into: looking into an open one is free, but whoever writes there must have joined it. */
export async function accessWritable(
  work: UnitOfWork,
  author: User,
  dialog: Dialog | WorkgroupDialog,
): Promise<Outcome<Chat, 'user_not_found' | ChatRefusal>> {
  if (dialog.kind === 'user') return openPrivateChat(work, author, dialog.userId);
  const view = await accessDialog(work, author, dialog);
  if (!view.ok) return view;
  return view.value.member ? done(view.value.chat) : refused('chat_denied');
}

/**
 * The message that `author` sent into the chat under that name before: what is sent again is not written twice. Until the
 * unit ends nobody else writes there.
 */
export async function findSent(
  work: UnitOfWork,
  author: User,
  chat: Chat,
  uuid: string | undefined,
): Promise<Message | undefined> {
  if (uuid === undefined) return undefined;
  await work.chats.lockChat(chat.id);
  const id = await work.messageTemplates.findTemplate({ chatId: chat.id, authorId: author.id, uuid });
  return id === undefined ? undefined : work.messages.findMessage(id);
}

export async function sendInto(
  work: UnitOfWork,
  author: User,
  chat: Chat,
  content: MessageContent,
): Promise<Outcome<Message, ReplyRefusal>> {
  const sent = await findSent(work, author, chat, content.uuid);
  if (sent) return done(sent);
  if (content.replyToId !== undefined) {
    const original = await work.messages.findMessage(content.replyToId);
    const itsChat = original && (await work.chats.findChat(original.chatId));
    const place = itsChat && (await work.members.findMember(itsChat.id, author.id));
    if (!original || !place || original.id <= place.historyAfter) return refused('reply_not_found');
    if (original.chatId !== chat.id) return refused('reply_from_other_chat');
  }
  await markActive(work, author);
  await takeOver(work, author, chat);
  return done(await postWithFiles(work, author, chat, content));
}
