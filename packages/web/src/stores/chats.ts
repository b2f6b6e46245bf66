import type { Message, RecentChat, User } from '@botyard/client';
import { defineStore } from 'pinia';
import { computed, ref, shallowReactive } from 'vue';
import { call } from '../calls.ts';
import { session } from '../session.ts';
import { plainText } from '../text/plain-text.ts';
import { usePeople } from './people.ts';
import { soon } from './soon.ts';

const PAGE = 50;

/** The list of chats: pinned ones, then by their newest lines. */
export const useChats = defineStore('chats', () => {
  const chats = shallowReactive(new Map<number, RecentChat>());
  const isLoaded = ref(false);
  const hasMore = ref(false);

  const list = computed(() => [...chats.values()].sort(inOrder));
  const unreadCount = computed(() => list.value.filter(({ counter, unread }) => counter > 0 || unread).length);

  async function load(offset: number): Promise<void> {
    const answer = await call('im.recent.list', { LIMIT: PAGE, OFFSET: offset });
    usePeople().learn(answer.items.flatMap(({ user }) => ('name' in user ? [user as User] : [])));
    if (offset === 0) chats.clear();
    for (const chat of answer.items) chats.set(chat.chat_id, chat);
    hasMore.value = answer.hasMore;
    isLoaded.value = true;
  }

  /** Asks for the list anew; several reasons at once are one. */
  const refresh = soon(() => load(0));

  function putMessage(chatId: number, message: Message, isNew: boolean): void {
    const chat = chats.get(chatId);
    if (!chat) {
      if (isNew) refresh();
      return;
    }
    if (message.id < chat.message.id || (!isNew && message.id !== chat.message.id)) return;
    const isCounted =
      isNew && message.id > chat.message.id && message.author_id !== session.userId && message.author_id !== 0;
    const params = Array.isArray(message.params) ? {} : message.params;
    chats.set(chatId, {
      ...chat,
      counter: isNew && message.author_id === session.userId ? 0 : chat.counter + (isCounted ? 1 : 0),
      message: {
        ...chat.message,
        id: message.id,
        text: plainText(message.text),
        author_id: message.author_id,
        date: message.date,
        file: (params.FILE_ID ?? []).length > 0,
        attach: params.ATTACH !== undefined,
        status: message.id === chat.message.id ? chat.message.status : 'received',
        uuid: message.uuid,
      },
    });
  }

  function putRead(chatId: number, userId: number, lastId: number): void {
    const chat = chats.get(chatId);
    if (!chat) return;
    if (userId === session.userId) {
      if (lastId >= chat.message.id) chats.set(chatId, { ...chat, counter: 0, unread: false, last_id: lastId });
      else refresh();
    } else if (chat.message.author_id === session.userId && lastId >= chat.message.id) {
      chats.set(chatId, { ...chat, message: { ...chat.message, status: 'delivered' } });
    }
  }

  return {
    list,
    isLoaded,
    hasMore,
    unreadCount,
    byChat: (chatId: number) => chats.get(chatId),
    byDialog: (dialogId: string) => list.value.find(({ id }) => String(id) === dialogId),
    loadMore: () => load(chats.size),
    refresh,
    putMessage,
    putRead,
  };
});

function inOrder(one: RecentChat, other: RecentChat): number {
  if (one.pinned !== other.pinned) return one.pinned ? -1 : 1;
  return other.message.id - one.message.id;
}
