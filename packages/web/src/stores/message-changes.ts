import type { Message } from '@botyard/client';
import { session } from '../session.ts';
import { type Conversation, paramsOf } from './conversation.ts';

/*
 * What the portal tells of messages, done to a conversation. Done twice it changes nothing more.
 */

/** The message as it is now, or one more. */
export function place(conversation: Conversation, message: Message, isNew: boolean): void {
  if (conversation.state === 'closed') return;
  if (conversation.quoted.has(message.id)) conversation.quoted.set(message.id, message);
  const { messages } = conversation;
  const at = messages.findIndex(({ id }) => id === message.id);
  if (at >= 0) conversation.messages = messages.with(at, message);
  else if (isNew && !conversation.hasNewer && message.id > (messages[0]?.id ?? 0)) {
    const behind = messages.findLastIndex(({ id }) => id < message.id);
    conversation.messages = messages.toSpliced(behind + 1, 0, message);
  }
}

export function drop(conversation: Conversation, messageId: number): void {
  if (conversation.quoted.has(messageId)) conversation.quoted.set(messageId, null);
  if (conversation.messages.some(({ id }) => id === messageId))
    conversation.messages = conversation.messages.filter(({ id }) => id !== messageId);
}

/** @param likes ids of all who like it now */
export function like(conversation: Conversation, messageId: number, likes: readonly number[]): void {
  conversation.messages = conversation.messages.map((message) => {
    if (message.id !== messageId) return message;
    const { LIKE: _, ...params } = paramsOf(message);
    const changed = likes.length > 0 ? { ...params, LIKE: [...likes] } : params;
    return { ...message, params: Object.keys(changed).length > 0 ? changed : [] };
  });
}

export function noteRead(conversation: Conversation, userId: number, lastId: number): void {
  if (userId !== session.userId) conversation.readUpTo.set(userId, lastId);
  else {
    conversation.ownReadUpTo = lastId;
    if (lastId >= newestOf(conversation)) conversation.unreadCount = 0;
  }
}

export function newestOf({ messages, chat }: Conversation): number {
  return Math.max(messages.at(-1)?.id ?? 0, chat?.last_message_id ?? 0);
}
