import type { VirtualizerHandle } from 'virtua/vue';
import { onMounted, onUnmounted, type ShallowRef } from 'vue';
import { type Conversation, useConversations } from '../../stores/conversations.ts';
import { messageIdOf, type StreamRow } from './stream-rows.ts';

interface Stream {
  readonly list: Readonly<ShallowRef<VirtualizerHandle | null>>;
  readonly rows: () => readonly StreamRow[];
  readonly conversation: () => Conversation;
}

/** Tells the portal up to which message was seen: what the window shows, once it is looked at. */
export function useSeen({ list, rows, conversation: looked }: Stream): { markSeen(): void } {
  const conversations = useConversations();

  function markSeen(): void {
    const { value: shown } = list;
    const conversation = looked();
    if (!shown || document.hidden || conversation.state !== 'ready') return;
    const last = shown.findItemIndex(shown.scrollOffset + shown.viewportSize - 12);
    for (let at = Math.min(last, rows().length - 1); at >= 0; at -= 1) {
      const id = messageIdOf(rows()[at]);
      if (id !== undefined) return void conversations.markSeen(conversation, id).catch(() => undefined);
    }
  }

  const onVisible = () => markSeen();
  onMounted(() => document.addEventListener('visibilitychange', onVisible));
  onUnmounted(() => document.removeEventListener('visibilitychange', onVisible));
  return { markSeen };
}
