import { done, type Outcome, refused } from '../../kit/outcome.ts';
import type { UnitOfWork } from '../../storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import type { Dialog } from '../chat/dialog.ts';
import { openPrivateChat } from '../chat/open-private-chat.ts';
import { markActive } from '../user/presence.ts';
import type { User } from '../user/user.ts';
import type { Message } from './message.ts';
import { type MessageContent, postMessage } from './post-message.ts';

export type SendRefusal =
  | 'user_not_found'
  | 'chat_not_found'
  | 'chat_denied'
  | 'reply_not_found'
  | 'reply_from_other_chat';

/** Writes into a dialog as `author`, who must be a member; a private chat is made at the first contact. */
export async function sendMessage(
  work: UnitOfWork,
  author: User,
  dialog: Dialog,
  content: MessageContent,
): Promise<Outcome<Message, SendRefusal>> {
  const chat =
    dialog.kind === 'user'
      ? await openPrivateChat(work, author, dialog.userId)
      : await writableChat(work, author, dialog.chatId);
  if (!chat.ok) return chat;
  if (content.replyToId !== undefined) {
    const original = await work.messages.findMessage(content.replyToId);
    const place = original && (await work.members.findMember(original.chatId, author.id));
    if (!original || !place || original.id <= place.historyAfter) return refused('reply_not_found');
    if (original.chatId !== chat.value.id) return refused('reply_from_other_chat');
  }
  await markActive(work, author);
  return done(await postMessage(work, author, chat.value, content));
}

/** Looking into an open chat is free; whoever writes there must have joined it. */
async function writableChat(
  work: UnitOfWork,
  author: User,
  chatId: number,
): Promise<Outcome<Chat, 'chat_not_found' | 'chat_denied'>> {
  const chat = await work.chats.findChat(chatId);
  if (chat?.portalId !== author.portalId) return refused('chat_not_found');
  return (await work.members.findMember(chatId, author.id)) ? done(chat) : refused('chat_denied');
}
