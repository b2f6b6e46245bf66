import type { ChatFile, Message } from '@botyard/client';
import { defineStore } from 'pinia';
import { reactive, shallowReactive } from 'vue';
import { call } from '../calls.ts';
import { session } from '../session.ts';
import type { Chat } from './chat.ts';
import { usePeople } from './people.ts';
import { soon } from './soon.ts';

const PAGE = 50;
/** Milliseconds after which somebody who has not gone on typing is no longer shown so. */
const TYPES_FOR = 15_000;

/** What was written here and is not confirmed yet. */
export interface Draft {
  readonly uuid: string;
  readonly text: string;
  readonly writtenAt: Date;
  state: 'sending' | 'failed';
  reason: string;
}

/** What is loaded of a dialog. Messages stand oldest first, without a gap between two of them. */
export interface Conversation {
  readonly dialogId: string;
  chatId: number;
  chat: Chat | undefined;
  messages: readonly Message[];
  readonly files: Map<number, ChatFile>;
  readonly drafts: Map<string, Draft>;
  /** Up to which message the others have read. */
  readonly readUpTo: Map<number, number>;
  /** Who is typing, until when. */
  readonly typing: Map<number, number>;
  hasOlder: boolean;
  state: 'loading' | 'ready' | 'failed';
  reason: string;
}

/** The dialogs that were opened in this tab. */
export const useConversations = defineStore('conversations', () => {
  const byDialog = shallowReactive(new Map<string, Conversation>());
  const people = usePeople();

  const ofChat = (chatId: number) => [...byDialog.values()].find((one) => one.chatId === chatId);

  /** The dialog, which is loaded when it was not opened before. */
  function open(dialogId: string): Conversation {
    const known = byDialog.get(dialogId);
    if (known) return known;
    const made: Conversation = reactive({
      dialogId,
      chatId: 0,
      chat: undefined,
      messages: [],
      files: new Map(),
      drafts: new Map(),
      readUpTo: new Map(),
      typing: new Map(),
      hasOlder: false,
      state: 'loading',
      reason: '',
    });
    byDialog.set(dialogId, made);
    void load(made);
    return made;
  }

  async function load(conversation: Conversation): Promise<void> {
    const { dialogId } = conversation;
    try {
      const [history, chat] = await Promise.all([
        call('im.dialog.messages.get', { DIALOG_ID: dialogId, LIMIT: PAGE }),
        call('im.dialog.get', { DIALOG_ID: dialogId }),
      ]);
      people.learn(history.users);
      conversation.chatId = history.chat_id;
      conversation.chat = chat;
      for (const { user_id, message_id } of chat.readed_list) conversation.readUpTo.set(user_id, message_id);
      for (const file of history.files) conversation.files.set(file.id, file);
      conversation.messages = [...history.messages].reverse();
      conversation.hasOlder = history.messages.length === PAGE;
      conversation.state = 'ready';
    } catch (error) {
      conversation.state = 'failed';
      conversation.reason = error instanceof Error ? error.message : String(error);
    }
  }

  async function loadOlder(conversation: Conversation): Promise<void> {
    const [oldest] = conversation.messages;
    if (!oldest || !conversation.hasOlder) return;
    const params = { DIALOG_ID: conversation.dialogId, LAST_ID: oldest.id, LIMIT: PAGE };
    const history = await call('im.dialog.messages.get', params);
    people.learn(history.users);
    for (const file of history.files) conversation.files.set(file.id, file);
    if (conversation.messages[0]?.id !== oldest.id) return;
    conversation.messages = [...[...history.messages].reverse(), ...conversation.messages];
    conversation.hasOlder = history.messages.length === PAGE;
  }

  async function send(conversation: Conversation, text: string): Promise<void> {
    const uuid = crypto.randomUUID();
    conversation.drafts.set(uuid, { uuid, text, writtenAt: new Date(), state: 'sending', reason: '' });
    await post(conversation, uuid);
  }

  async function post(conversation: Conversation, uuid: string): Promise<void> {
    const draft = conversation.drafts.get(uuid);
    if (!draft) return;
    draft.state = 'sending';
    try {
      await call('im.message.add', { DIALOG_ID: conversation.dialogId, MESSAGE: draft.text });
      conversation.drafts.delete(uuid);
    } catch (error) {
      draft.state = 'failed';
      draft.reason = error instanceof Error ? error.message : String(error);
    }
  }

  function putMessage(chatId: number, message: Message, isNew: boolean): void {
    const conversation = ofChat(chatId);
    if (!conversation) return;
    conversation.typing.delete(message.author_id);
    const { messages } = conversation;
    const at = messages.findIndex(({ id }) => id === message.id);
    if (at >= 0) conversation.messages = messages.with(at, message);
    else if (isNew && message.id > (messages.at(-1)?.id ?? 0)) conversation.messages = [...messages, message];
  }

  function dropMessage(chatId: number, messageId: number): void {
    const conversation = ofChat(chatId);
    if (conversation) conversation.messages = conversation.messages.filter(({ id }) => id !== messageId);
  }

  function putLikes(chatId: number, messageId: number, likes: readonly number[]): void {
    const conversation = ofChat(chatId);
    if (!conversation) return;
    conversation.messages = conversation.messages.map((message) => {
      if (message.id !== messageId) return message;
      const { LIKE: _, ...params } = Array.isArray(message.params) ? { LIKE: [] } : message.params;
      return { ...message, params: likes.length > 0 ? { ...params, LIKE: [...likes] } : params };
    });
  }

  function putRead(chatId: number, userId: number, lastId: number): void {
    const conversation = ofChat(chatId);
    if (conversation && userId !== session.userId) conversation.readUpTo.set(userId, lastId);
  }

  function putTyping(chatId: number, userId: number): void {
    const conversation = ofChat(chatId);
    if (!conversation || userId === session.userId) return;
    const until = Date.now() + TYPES_FOR;
    conversation.typing.set(userId, until);
    setTimeout(() => {
      if (conversation.typing.get(userId) === until) conversation.typing.delete(userId);
    }, TYPES_FOR);
  }

  async function markRead(conversation: Conversation): Promise<void> {
    const newest = conversation.messages.at(-1);
    if (newest) await call('im.dialog.read', { DIALOG_ID: conversation.dialogId, MESSAGE_ID: newest.id });
  }

  const refreshShown = soon(async () => {
    for (const conversation of byDialog.values()) await load(conversation);
  });

  function refreshDialog(chatId: number): void {
    const conversation = ofChat(chatId);
    if (conversation) void load(conversation);
  }

  return {
    open,
    loadOlder,
    send,
    sendAgain: post,
    putMessage,
    dropMessage,
    putLikes,
    putRead,
    putTyping,
    markRead,
    refreshShown,
    refreshDialog,
  };
});
