import { onUnmounted, ref } from 'vue';

/** Milliseconds after which somebody is told that it still loads. */
const SLOW_AFTER = 8_000;

/** `refused`: the page in the frame says why. */
export type FrameStateName = 'loading' | 'slow' | 'open' | 'refused' | 'unreachable' | 'gone';

/**
 * How far a frame has come with the page of another program, and how it is opened once more.
 * @param onBegin is called before each opening, the first one too
 */
export function frameAttempts(onBegin: () => void) {
  const state = ref<FrameStateName>('loading');
  /** How often it was opened: another number makes another frame. */
  const attempt = ref(1);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin(): void {
    clearTimeout(timer);
    onBegin();
    state.value = 'loading';
    timer = setTimeout(() => {
      if (state.value === 'loading') state.value = 'slow';
    }, SLOW_AFTER);
  }
  function reload(): void {
    begin();
    attempt.value += 1;
  }
  begin();
  onUnmounted(() => clearTimeout(timer));

  return { state, attempt, reload };
}
