import { computed, nextTick, type ShallowRef, shallowRef, watch } from 'vue';
import type { Conversation } from '../../stores/conversation.ts';
import { holdPlace } from './hold-place.ts';

/** Keeps what is shown where it is while older messages are put in front. */
export function useShift(scroller: Readonly<ShallowRef<HTMLElement | null>>, conversation: () => Conversation) {
  /** The list keeps its distance from the end meanwhile. */
  const isShifted = shallowRef(false);
  let release: (() => void) | undefined;
  const firstId = computed(() => conversation().messages[0]?.id);

  watch(
    firstId,
    async (now, before) => {
      if (now === undefined || before === undefined || now >= before) return;
      if (!conversation().messages.some(({ id }) => id === before)) return;
      isShifted.value = true;
      if (scroller.value) release = holdPlace(scroller.value);
      // The first may come before the change is taken up: this runs in the middle of it.
      await nextTick();
      await nextTick();
      isShifted.value = false;
    },
    { flush: 'sync' },
  );

  /** To be called before something else is brought into view. */
  return { isShifted, letGo: () => release?.() };
}
