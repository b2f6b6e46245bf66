import { defineStore } from 'pinia';
import { ref } from 'vue';

/** Whether the list of keys is shown. */
export const useShortcutList = defineStore('shortcutList', () => {
  const isOpen = ref(false);
  return {
    isOpen,
    open: () => {
      isOpen.value = true;
    },
    close: () => {
      isOpen.value = false;
    },
  };
});
