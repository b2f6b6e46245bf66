import type { VirtualizerHandle } from 'virtua/vue';
import { nextTick, type ShallowRef } from 'vue';
import { frameShown } from '../../kit/frame-shown.ts';
import { type Conversation, useConversations } from '../../stores/conversations.ts';

/** Milliseconds in which the list has measured what it shows and found its place. */
const SETTLES_IN = 200;
/** Pixels from an end at which more is loaded. */
const NEAR = 1_200;

/** Frames after which it is not waited for any longer. */
const FRAMES = 10;

interface Stream {
  readonly list: Readonly<ShallowRef<VirtualizerHandle | null>>;
  readonly scroller: Readonly<ShallowRef<HTMLElement | null>>;
  readonly conversation: () => Conversation;
}

/** Loads what is older and newer before who scrolls comes to an end of what is loaded, and forgets what is far away. */
export function useMoreAtEnds({ list, scroller, conversation: shown }: Stream) {
  const conversations = useConversations();
  let isLoading = false;
  let jumps = 0;

  const isMoving = () =>
    list.value && scroller.value && Math.abs(list.value.scrollOffset - scroller.value.scrollTop) >= 1;

  /**
   * Until the list has heard that it was moved, which takes a frame: till then it goes by the numbers of rows, and they
   * are those of other rows as soon as some come in front. It would mount all of these for the moment.
   */
  async function still(): Promise<void> {
    for (let frame = 0; frame < FRAMES && isMoving(); frame += 1) await frameShown();
  }

  async function loadMore(): Promise<void> {
    const { value: at } = list;
    const conversation = shown();
    if (!at || isLoading || jumps > 0 || conversation.state !== 'ready') return;
    const isNearStart = conversation.hasOlder && at.scrollOffset < NEAR;
    const isNearEnd = conversation.hasNewer && at.scrollSize - at.scrollOffset - at.viewportSize < NEAR;
    if (!isNearStart && !isNearEnd) return;
    isLoading = true;
    try {
      if (isNearStart) await conversations.loadOlder(conversation, still);
      else await conversations.loadNewer(conversation);
      await nextTick();
      conversations.trim(conversation, isNearStart ? 'newer' : 'older');
    } catch {
      // Offline: scrolling on tries again.
    } finally {
      isLoading = false;
    }
  }

  /** Puts nothing in front while the list looks for a place in it: it looks for it by number. */
  async function heldBack(jump: () => Promise<void>): Promise<void> {
    jumps += 1;
    try {
      await jump();
      await new Promise((resolve) => setTimeout(resolve, SETTLES_IN));
    } finally {
      jumps -= 1;
    }
  }

  return { loadMore, heldBack };
}
