import type { User } from '@botyard/client';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { call } from '../calls.ts';
import type { Chat } from './chat.ts';
import { isDenied } from './conversation.ts';
import { usePeople } from './people.ts';
import { soon } from './soon.ts';

const PAGE = 100;

/** What stands beside a conversation: who and what it is with. */
export const useDetails = defineStore('details', () => {
  /** What was opened, the last one on top: from the members of a group one comes to a person, and back. */
  const opened = ref<readonly string[]>([]);
  const dialogId = computed(() => opened.value.at(-1));
  const chat = shallowRef<Chat>();
  const page = shallowRef<readonly User[]>([]);
  /** Those who run the chat and stand further down. */
  const runners = shallowRef<readonly User[]>([]);
  const members = computed(() => {
    const known = new Set(page.value.map(({ id }) => id));
    return [...page.value, ...runners.value.filter(({ id }) => !known.has(id))];
  });
  const hasMore = ref(false);
  const reason = ref('');

  async function load(id: string, limit: number): Promise<void> {
    try {
      const [told, users] = await Promise.all([
        call('im.dialog.get', { DIALOG_ID: id }),
        call('im.dialog.users.list', { DIALOG_ID: id, LIMIT: limit }),
      ]);
      const further = await runnersBeyond(told, users);
      if (id !== dialogId.value) return;
      usePeople().learn([...users, ...further]);
      chat.value = told;
      page.value = users;
      runners.value = further;
      hasMore.value = users.length < told.user_counter;
      reason.value = '';
    } catch (error) {
      if (id !== dialogId.value) return;
      // Of a chat that somebody is no longer in nothing is left to be shown.
      if (isDenied(error) && chat.value) opened.value = [];
      reason.value = error instanceof Error ? error.message : String(error);
    }
  }

  const refresh = soon(async () => {
    const { value: id } = dialogId;
    if (id?.startsWith('chat')) await load(id, Math.min(Math.max(page.value.length, PAGE), 200));
  });

  function show(): void {
    chat.value = undefined;
    page.value = [];
    runners.value = [];
    hasMore.value = false;
    reason.value = '';
    refresh();
  }

  async function loadMore(): Promise<void> {
    const { value: id } = dialogId;
    const last = page.value.at(-1);
    if (id === undefined || !last || !hasMore.value) return;
    const users = await call('im.dialog.users.list', { DIALOG_ID: id, LIMIT: PAGE, LAST_ID: last.id });
    if (id !== dialogId.value || page.value.at(-1)?.id !== last.id) return;
    usePeople().learn(users);
    page.value = [...page.value, ...users];
    hasMore.value = users.length === PAGE;
  }

  return {
    dialogId,
    chat,
    members,
    hasMore,
    reason,
    canGoBack: computed(() => opened.value.length > 1),
    loadMore,
    refresh,
    open: (id: string) => {
      opened.value = [id];
      show();
    },
    /** Of somebody who is named in what is shown. */
    openWithin: (id: string) => {
      opened.value = [...opened.value, id];
      show();
    },
    back: () => {
      opened.value = opened.value.slice(0, -1);
      show();
    },
    close: () => {
      opened.value = [];
    },
    /** Something has become of a chat. */
    changed: (chatId: number) => {
      if (dialogId.value === `chat${chatId}`) refresh();
    },
  };
});

async function runnersBeyond({ owner, manager_list }: Chat, users: readonly User[]): Promise<User[]> {
  const ids = [...new Set([owner, ...manager_list])].filter((id) => id > 0 && !users.some((one) => one.id === id));
  if (ids.length === 0 || users.length < PAGE) return [];
  return Object.values(await call('im.user.list.get', { ID: ids })).filter((user) => user !== null);
}
