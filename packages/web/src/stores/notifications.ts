import type { Methods } from '@botyard/client';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { call } from '../calls.ts';
import { useNotices } from './notices.ts';
import { usePeople } from './people.ts';
import { soon } from './soon.ts';

export type Notification = Methods['im.notify.get']['result']['notifications'][number];

const PAGE = 50;
/** As `im.notify.get` tells those with buttons, which come first, from the others. */
const WITH_BUTTONS = 1;
const OTHERS = 3;

/** What somebody is told beside their chats, the newest first; what waits for a button stands before it. */
export const useNotifications = defineStore('notifications', () => {
  const list = shallowRef<readonly Notification[]>([]);
  const unreadCount = ref(0);
  const total = ref(0);
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const reason = ref('');

  async function load(): Promise<void> {
    try {
      const told = await call('im.notify.get', { LIMIT: PAGE });
      usePeople().learn(told.users);
      list.value = told.notifications;
      unreadCount.value = told.total_unread_count ?? 0;
      total.value = told.total_count ?? told.notifications.length;
      state.value = 'ready';
    } catch (error) {
      reason.value = error instanceof Error ? error.message : String(error);
      if (state.value === 'loading') state.value = 'failed';
    }
  }

  async function loadMore(): Promise<void> {
    const last = list.value.at(-1);
    if (!last) return;
    const type = last.notify_type === WITH_BUTTONS ? WITH_BUTTONS : OTHERS;
    const told = await call('im.notify.get', { LIMIT: PAGE, LAST_ID: last.id, LAST_TYPE: type });
    usePeople().learn(told.users);
    if (list.value.at(-1)?.id === last.id) list.value = [...list.value, ...told.notifications];
  }

  const attempt = (act: () => Promise<unknown>) => useNotices().attempt(act);

  /** What is answered to a button, or to an answer, is for the person to read. */
  async function settle(asked: Promise<{ readonly result_message: readonly string[] | false }>): Promise<void> {
    const { result_message: said } = await asked;
    if (said) for (const line of said) useNotices().tell('done', line);
  }

  return {
    list,
    unreadCount,
    state,
    reason,
    hasMore: computed(() => list.value.length < total.value),
    refresh: soon(load),
    loadMore: () => attempt(loadMore),
    press: (id: number, value: string) =>
      attempt(() => settle(call('im.notify.confirm', { NOTIFY_ID: id, NOTIFY_VALUE: value }))),
    answer: (id: number, text: string) =>
      attempt(() => settle(call('im.notify.answer', { NOTIFY_ID: id, ANSWER_TEXT: text }))),
    remove: (id: number) => attempt(() => call('im.notify.delete', { ID: id })),
    toggleRead: ({ id, notify_read }: Notification) =>
      attempt(() => call('im.notify.read', { ID: id, ACTION: notify_read === 'Y' ? 'N' : 'Y', ONLY_CURRENT: 'Y' })),
    readAll: () => attempt(() => call('im.notify.read.all', {})),
  };
});
