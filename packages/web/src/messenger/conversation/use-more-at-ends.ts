import type { VirtualizerHandle } from 'virtua/vue';
import { nextTick, type ShallowRef } from 'vue';
import { type Conversation, useConversations } from '../../stores/conversations.ts';

/** Pixels from an end at which more is loaded. */
const NEAR = 1_200;

interface Stream {
  readonly list: Readonly<ShallowRef<VirtualizerHandle | null>>;
  readonly conversation: () => Conversation;
  /** Nothing may be loaded now. */
  readonly isHeldBack: () => boolean;
}

/** Loads what is older and newer before who scrolls comes to an end of what is loaded, and forgets what is far away. */
export function useMoreAtEnds({ list, conversation: shown, isHeldBack }: Stream) {
  const conversations = useConversations();
  let isLoading = false;

  async function loadMore(): Promise<void> {
    const { value: at } = list;
    const conversation = shown();
    if (!at || isLoading || isHeldBack() || conversation.state !== 'ready') return;
    const isNearStart = conversation.hasOlder && at.scrollOffset < NEAR;
    const isNearEnd = conversation.hasNewer && at.scrollSize - at.scrollOffset - at.viewportSize < NEAR;
    if (!isNearStart && !isNearEnd) return;
    isLoading = true;
    try {
      if (isNearStart) await conversations.loadOlder(conversation);
      else await conversations.loadNewer(conversation);
      await nextTick();
      conversations.trim(conversation, isNearStart ? 'newer' : 'older');
    } catch {
      // Offline: scrolling on tries again.
    } finally {
      isLoading = false;
    }
  }

  return { loadMore };
}
