import { defineStore } from 'pinia';
import { ref } from 'vue';

/** Whether the search is open, which is one for all pages. */
export const useSearch = defineStore('search', () => {
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
