import { computed, watchEffect } from 'vue';
import { useRoute } from 'vue-router';
import { useChats } from '../stores/chats.ts';
import { isUnread } from '../stores/recent-entry.ts';

/** Says in the title of the tab which chat is open, and how many others wait. */
export function useTabTitle(): void {
  const route = useRoute();
  const chats = useChats();
  const waiting = computed(() => chats.list.filter((entry) => isUnread(entry) && !entry.isMuted).length);
  const title = computed(() =>
    route.name === 'chat' ? chats.byDialog(String(route.params['dialogId']))?.title : undefined,
  );
  watchEffect(() => {
    const name = title.value === undefined ? 'Botyard' : `${title.value} · Botyard`;
    document.title = waiting.value > 0 ? `(${waiting.value}) ${name}` : name;
  });
}
