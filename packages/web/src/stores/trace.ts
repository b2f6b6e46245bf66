import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { session } from '../session.ts';

const KEPT_IN = 'trace';
/** Where it would cover the conversation, it is opened by hand alone. */
const isNarrow = () => matchMedia('(max-width: 1100px)').matches;

/** The panel beside the conversation that shows what a message set in motion. */
export const useTrace = defineStore('trace', () => {
  /** Administrators see it of all bots, and who registered a bot of that one. */
  const isAllowed = session.isAdmin || session.ownBotIds.length > 0;
  const isWanted = ref(localStorage.getItem(KEPT_IN) === 'open' && !isNarrow());
  const isOpen = computed(() => isAllowed && isWanted.value);
  /** undefined: always the newest of the conversation that is open. */
  const picked = ref<{ readonly dialogId: string; readonly messageId: number }>();

  function setOpen(open: boolean): void {
    isWanted.value = open;
    if (isNarrow()) return;
    if (open) localStorage.setItem(KEPT_IN, 'open');
    else localStorage.removeItem(KEPT_IN);
  }

  function open(dialogId: string, messageId: number): void {
    picked.value = { dialogId, messageId };
    setOpen(true);
  }

  return {
    isAllowed,
    isOpen,
    picked,
    open,
    toggle: () => setOpen(!isWanted.value),
    close: () => setOpen(false),
    followNewest: () => {
      picked.value = undefined;
    },
  };
});
