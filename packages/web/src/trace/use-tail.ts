import { onScopeDispose, shallowRef, watch } from 'vue';
import { follow } from '../follow.ts';
import type { Commands } from '../types.generated.ts';

type Line = Commands['tail']['answer'];
export type TailItem = Exclude<Line, { kind: 'watching' }>;
type Asked = Commands['tail']['body'];

/** Items that are shown; older ones can be looked up. */
const MOST = 300;
/** Milliseconds after which it is tried again when the stream ended. */
const RETRY = 2_000;

/** What happens in the portal, the newest first, for as long as somebody looks. `asked` undefined: nothing for now. */
export function useTail(asked: () => Asked | undefined, onItem: (item: TailItem) => void = () => undefined) {
  const items = shallowRef<readonly TailItem[]>([]);
  const isLive = shallowRef(false);
  const reason = shallowRef('');
  let stop: AbortController | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function run(body: Asked, signal: AbortSignal): Promise<void> {
    try {
      for await (const line of follow('tail', body, signal)) {
        isLive.value = true;
        reason.value = '';
        if (line.kind === 'watching') continue;
        items.value = [line, ...items.value].slice(0, MOST);
        onItem(line);
      }
    } catch (error) {
      if (signal.aborted) return;
      reason.value = error instanceof Error ? error.message : String(error);
    }
    isLive.value = false;
    if (!signal.aborted) retry = setTimeout(start, RETRY);
  }

  function start(): void {
    end();
    const body = asked();
    if (!body || document.hidden) return;
    items.value = [];
    stop = new AbortController();
    void run(body, stop.signal);
  }

  function end(): void {
    clearTimeout(retry);
    stop?.abort();
    stop = undefined;
    isLive.value = false;
  }

  // Nobody looks at a hidden page: it costs nothing.
  document.addEventListener('visibilitychange', start);
  addEventListener('pagehide', end);
  watch(() => JSON.stringify(asked()), start, { immediate: true });
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', start);
    removeEventListener('pagehide', end);
    end();
  });
  return { items, isLive, reason };
}
