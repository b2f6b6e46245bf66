import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import { removeFilesOf } from '../file/remove-file.ts';
import type { User } from '../user/user.ts';
import { accessChangeable } from './access-changeable.ts';
import type { MessageView } from './access-message.ts';
import type { Message } from './message.ts';
import { notifyOfChange } from './notify-of-change.ts';
import { storedFacts } from './stored-facts.ts';

/** What stays of a deleted message: a mark in the history, or, when it is complete, nothing. */
export interface Deletion {
  readonly complete: boolean;
}

/** A message that `user` may delete: their own, or any in a group that they run. A mark can only be taken out completely. */
export async function accessDeletable(
  work: UnitOfWork,
  user: User,
  messageId: number,
  { complete }: Deletion,
): Promise<Outcome<MessageView, 'message_not_editable'>> {
  const view = await accessChangeable(work, user, messageId);
  if (!view.ok) return view;
  const { chat, member, message } = view.value;
  const runsGroup = chat.type !== 'private' && (member?.role === 'owner' || member?.role === 'manager');
  if (message.authorId !== user.id && !runsGroup) return refused('message_not_editable');
  return message.deletedAt === null || complete ? view : refused('message_not_editable');
}

export async function deleteMessage(
  work: UnitOfWork,
  user: User,
  messageId: number,
  deletion: Deletion,
): Promise<Outcome<true, 'message_not_editable'>> {
  const view = await accessDeletable(work, user, messageId, deletion);
  return view.ok ? deleteFound(work, user, view.value, deletion) : view;
}

/** For those who have found the message and may take it away. */
export async function deleteFound(
  work: UnitOfWork,
  user: User,
  { chat, message }: MessageView,
  { complete }: Deletion,
): Promise<Outcome<true>> {
  // The facts are taken while the message stands; of its text nothing is kept, in the outbox neither.
  const facts = { ...(await storedFacts(work, chat, message)), text: '' };
  await work.reactions.deleteOfMessage(message.id);
  if (message.params.fileIds) await removeFilesOf(work, message);
  if (complete) await takeOut(work, chat, message);
  else await work.messages.updateMessage({ ...message, text: '', params: { isDeleted: true }, deletedAt: work.now });
  if (message.deletedAt === null) await notifyOfChange(work, user, chat, 'messageDeleted', facts);
  work.announce({ type: 'messageDeleted', portalId: chat.portalId, chatId: chat.id, messageId: message.id });
  return done(true);
}

/**
 * The number of messages in a chat is the newest one's place less the lines taken out before it. When it is the newest
 * one that goes, the place to count from moves back by all that were taken out just before it.
 */
async function takeOut(work: UnitOfWork, chat: Chat, message: Message): Promise<void> {
  const newest = await work.messages.findLast(chat.id);
  await work.messages.deleteMessage(message);
  if (newest?.id !== message.id) return work.chats.updateRemovedCount(chat.id, 1);
  const last = await work.messages.findLast(chat.id);
  await work.chats.updateRemovedCount(chat.id, (last?.seq ?? 0) + 1 - message.seq);
}
