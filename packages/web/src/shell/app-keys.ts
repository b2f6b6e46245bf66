import { onMounted, onUnmounted } from 'vue';
import { useSearch } from '../stores/search.ts';
import { useShortcutList } from '../stores/shortcut-list.ts';

/** Where somebody writes, keys are letters. */
function isWriting({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Keys that work on every page. */
export function useAppKeys(): void {
  const search = useSearch();
  const shortcuts = useShortcutList();
  const onKey = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      search.open();
    } else if (event.key === '?' && !isWriting(event) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      shortcuts.open();
    }
  };
  onMounted(() => addEventListener('keydown', onKey));
  onUnmounted(() => removeEventListener('keydown', onKey));
}
