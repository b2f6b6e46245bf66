import type { Message, User } from '@botyard/client';
import { defineStore } from 'pinia';
import { computed, ref, shallowReactive } from 'vue';
import { ask, ME } from '../commands.ts';
import { usePeople } from './people.ts';
import { afterMessage, afterReading, dialogOf, entryOf, inOrder, isUnread, type RecentEntry } from './recent-entry.ts';
import { soon } from './soon.ts';

const PAGE = 50;
const LARGEST_PAGE = 200;
/** Chats that are asked for at once, one by one. */
const AT_ONCE = 50;

/** The list of chats: pinned ones, then by their newest lines. */
export const useChats = defineStore('chats', () => {
  const entries = shallowReactive(new Map<number, RecentEntry>());
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const reason = ref('');
  const hasMore = ref(false);
  /** The list is known without a gap down to this line; what stands below it came by itself. */
  const reached = ref(0);
  /** Chats of which something has changed that only the portal can tell. */
  const stale = new Set<number>();
  /** Answers on their way may be older than what was told meanwhile. */
  const touched = new Set<number>();
  let onTheWay = 0;

  const list = computed(() =>
    [...entries.values()].filter(({ chat }) => chat.pinned || chat.message.id >= reached.value).sort(inOrder),
  );
  const unreadCount = computed(() => list.value.filter(isUnread).length);
  const byDialogId = computed(() => new Map([...entries.values()].map((entry) => [dialogOf(entry), entry])));

  async function fetching<Answer>(asked: Promise<Answer>, take: (answer: Answer) => void): Promise<void> {
    onTheWay += 1;
    try {
      take(await asked);
    } finally {
      onTheWay -= 1;
      if (onTheWay === 0 && touched.size > 0) {
        for (const chatId of touched) stale.add(chatId);
        touched.clear();
        refreshStale();
      }
    }
  }

  function put(entry: RecentEntry): void {
    const { user } = entry.chat;
    if ('name' in user) usePeople().learn([user as User]);
    entries.set(entry.chat.chat_id, entry);
  }

  async function load(offset: number, limit: number): Promise<void> {
    try {
      await fetching(ask('recent.list', { as: ME, offset, limit }), (answer) => {
        if (offset === 0) entries.clear();
        for (const told of answer.chats) put(entryOf(told));
        hasMore.value = answer.hasMore;
        const last = answer.chats.at(-1)?.chat;
        reached.value = answer.hasMore && last && !last.pinned ? last.message.id : 0;
        state.value = 'ready';
      });
    } catch (error) {
      reason.value = error instanceof Error ? error.message : String(error);
      if (state.value === 'loading') state.value = 'failed';
      throw error;
    }
  }

  const refresh = soon(() => load(0, Math.min(Math.max(entries.size, PAGE), LARGEST_PAGE)));

  const refreshStale = soon(async () => {
    const chats = [...stale].slice(0, AT_ONCE);
    for (const chatId of chats) stale.delete(chatId);
    if (chats.length === 0) return;
    await fetching(ask('recent.show', { as: ME, chats }), (answer) => {
      const told = new Map(answer.chats.map((one) => [one.chat.chat_id, one]));
      for (const chatId of chats) {
        const one = told.get(chatId);
        if (one) put(entryOf(one));
        else entries.delete(chatId);
      }
    });
    if (stale.size > 0) refreshStale();
  });

  function refreshChat(chatId: number): void {
    if (onTheWay > 0) touched.add(chatId);
    stale.add(chatId);
    refreshStale();
  }

  /**
   * What an event makes of a chat; where that cannot be told here, the portal is asked.
   *
   * @param isListed false: nothing, as the chat is not shown; unless an answer on its way shows it
   */
  function change(chatId: number, isListed: boolean, to: (entry: RecentEntry) => RecentEntry | undefined): void {
    if (onTheWay > 0) touched.add(chatId);
    if (!isListed) return;
    const entry = entries.get(chatId);
    const changed = entry && to(entry);
    if (!changed) refreshChat(chatId);
    else if (changed !== entry) entries.set(chatId, changed);
  }

  let isLoadingMore = false;
  /** The next ones below those that are shown. */
  async function loadMore(): Promise<void> {
    if (isLoadingMore || !hasMore.value) return;
    isLoadingMore = true;
    await load(list.value.length, PAGE).catch(() => undefined);
    isLoadingMore = false;
  }

  return {
    entries,
    list,
    state,
    reason,
    hasMore,
    unreadCount,
    entry: (dialogId: string) => byDialogId.value.get(dialogId),
    byDialog: (dialogId: string) => byDialogId.value.get(dialogId)?.chat,
    loadMore,
    refresh,
    tryAgain: () => {
      state.value = 'loading';
      refresh();
    },
    refreshChat,
    putMessage: (chatId: number, message: Message, isNew: boolean) => {
      const author = message.author_id === 0 ? undefined : usePeople().find(message.author_id);
      const isListed = entries.has(chatId);
      change(chatId, isNew || isListed, (entry) => afterMessage(entry, message, author, isNew));
    },
    putRead: (chatId: number, userId: number, lastId: number) => {
      change(chatId, entries.has(chatId), (entry) => afterReading(entry, userId, lastId));
    },
  };
});
