import { defineStore } from 'pinia';
import { ref } from 'vue';

export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly text: string;
}

/** Milliseconds that one is shown; what failed longer, as it has to be read. */
const SHOWN_FOR = { done: 4_000, failed: 8_000 } as const;

/** What somebody has to be told of what they did, wherever they are now. */
export const useNotices = defineStore('notices', () => {
  const notices = ref<readonly Notice[]>([]);
  let lastId = 0;

  function tell(kind: Notice['kind'], text: string): void {
    lastId += 1;
    const notice = { id: lastId, kind, text };
    notices.value = [...notices.value, notice];
    setTimeout(() => dismiss(notice.id), SHOWN_FOR[kind]);
  }

  function dismiss(id: number): void {
    notices.value = notices.value.filter((notice) => notice.id !== id);
  }

  /** Does it, and says why when it cannot be done; whether it was done. */
  async function attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      tell('failed', error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  return { notices, tell, dismiss, attempt };
});
