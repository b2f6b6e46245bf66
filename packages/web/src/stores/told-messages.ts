import type { Message } from '@botyard/client';
import { session } from '../session.ts';
import type { Conversation } from './conversation.ts';
import { readMissing } from './history.ts';
import { drop, like, newestOf, noteRead, place } from './message-changes.ts';

interface Conversations {
  ofChat(chatId: number): Conversation | undefined;
  /** The dialog with somebody, which may have no chat yet. */
  begunWith(userId: number): Conversation | undefined;
  /** A line of one's own has arrived. */
  settle(message: Message): void;
  /** Somebody wrote into a dialog that may have had no message. */
  hasBegun(conversation: Conversation): void;
  /** Changes what is shown, also where it is being loaded. */
  happen(change: () => void): void;
}

/** What the server tells of messages, put into the conversations that are open. */
export function toldMessages({ ofChat, begunWith, settle, hasBegun, happen }: Conversations) {
  return {
    putMessage(chatId: number, message: Message, isNew: boolean): void {
      settle(message);
      const conversation = ofChat(chatId);
      if (!conversation) {
        const begun = begunWith(message.author_id);
        if (begun) hasBegun(begun);
        return;
      }
      const isOfOthers = message.author_id !== session.userId && message.author_id !== 0;
      if (isNew && isOfOthers && message.id > newestOf(conversation)) conversation.unreadCount += 1;
      happen(() => place(conversation, message, isNew));
      void readMissing(conversation, [message]).catch(() => undefined);
    },
    dropMessage(chatId: number, messageId: number): void {
      const conversation = ofChat(chatId);
      if (conversation) happen(() => drop(conversation, messageId));
    },
    putLikes(chatId: number, messageId: number, likes: readonly number[]): void {
      const conversation = ofChat(chatId);
      if (conversation) happen(() => like(conversation, messageId, likes));
    },
    putRead(chatId: number, userId: number, lastId: number): void {
      const conversation = ofChat(chatId);
      if (conversation) noteRead(conversation, userId, lastId);
    },
  };
}
