import { CallError, type ChatFile, type Message } from '@botyard/client';
import { shallowReactive } from 'vue';
import type { Chat } from './chat.ts';

/** What is loaded of a dialog. Messages stand oldest first, without a gap between two of them. */
export interface Conversation {
  readonly dialogId: string;
  /** 0: it is not known yet, or nobody has written in it. */
  chatId: number;
  chat: Chat | undefined;
  messages: readonly Message[];
  readonly files: Map<number, ChatFile>;
  /** Messages that others reply to and that are not among those loaded; null: it cannot be read. */
  readonly quoted: Map<number, Message | null>;
  /** Up to which message the others have read. */
  readonly readUpTo: Map<number, number>;
  hasOlder: boolean;
  hasNewer: boolean;
  /** Up to which message the one who looks has read. */
  ownReadUpTo: number;
  unreadCount: number;
  /** The first message that was unread when the dialog was opened: above it stands a line; 0: there is none. */
  firstUnreadId: number;
  /** closed: whoever looks is not in it, or not any more, and may not read it. */
  state: 'loading' | 'ready' | 'failed' | 'closed';
  reason: string;
  /** Something may have been missed since it was loaded. */
  isStale: boolean;
}

export function newConversation(dialogId: string): Conversation {
  return shallowReactive({
    dialogId,
    chatId: 0,
    chat: undefined,
    messages: [],
    files: shallowReactive(new Map()),
    quoted: shallowReactive(new Map()),
    readUpTo: shallowReactive(new Map()),
    hasOlder: false,
    hasNewer: false,
    ownReadUpTo: 0,
    unreadCount: 0,
    firstUnreadId: 0,
    state: 'loading',
    reason: '',
    isStale: false,
  });
}

/** Parameters of a message that has any. */
export function paramsOf(message: Message) {
  return Array.isArray(message.params) ? {} : message.params;
}

/** Whoever looks is in it, and no bot has locked it. */
export function isOpenToWrite({ state, chat }: Conversation): boolean {
  return state !== 'closed' && chat?.text_field_enabled !== false;
}

/** Whether somebody may not look into a dialog, or there is none. */
export function isDenied(error: unknown): boolean {
  return error instanceof CallError && error.code === 'ACCESS_ERROR';
}

/** What was read while it was allowed is not kept. */
export function close(conversation: Conversation): void {
  conversation.state = 'closed';
  conversation.messages = [];
  conversation.files.clear();
  conversation.quoted.clear();
  conversation.hasOlder = false;
  conversation.hasNewer = false;
  conversation.unreadCount = 0;
  conversation.firstUnreadId = 0;
}
