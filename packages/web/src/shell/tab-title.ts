import { computed, watch } from 'vue';
import { useRoute } from 'vue-router';
import { useChats } from '../stores/chats.ts';
import { isUnread } from '../stores/recent-entry.ts';

/** Milliseconds: the browser is told when the page has been painted. It takes as long as a row of a conversation. */
const LATER = 100;

/** Says in the title of the tab which chat is open, and how many others wait. */
export function useTabTitle(): void {
  const route = useRoute();
  const chats = useChats();
  const waiting = computed(() => chats.list.filter((entry) => isUnread(entry) && !entry.isMuted).length);
  const title = computed(() =>
    route.name === 'chat' ? chats.byDialog(String(route.params['dialogId']))?.title : undefined,
  );
  const text = computed(() => {
    const name = title.value === undefined ? 'Botyard' : `${title.value} · Botyard`;
    return waiting.value > 0 ? `(${waiting.value}) ${name}` : name;
  });
  const tell = () => {
    document.title = text.value;
  };
  // In a tab that is not looked at nothing is painted, and no frame to be waited for.
  watch(text, () => setTimeout(tell, LATER), { immediate: true });
}
