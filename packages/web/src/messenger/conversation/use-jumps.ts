import type { VirtualizerHandle } from 'virtua/vue';
import { nextTick, type Ref, type ShallowRef } from 'vue';
import { type Conversation, useConversations } from '../../stores/conversations.ts';
import { flashMessage } from './flash-message.ts';
import { messageIdOf, type StreamRow } from './stream-rows.ts';

/** Pixels that stay free above what is new: some of what was read before is seen. */
const ABOVE_NEW = 90;

interface Stream {
  readonly list: Readonly<ShallowRef<VirtualizerHandle | null>>;
  readonly scroller: Readonly<ShallowRef<HTMLElement | null>>;
  readonly rows: () => readonly StreamRow[];
  readonly conversation: () => Conversation;
  readonly isAtEnd: Ref<boolean>;
  readonly letGo: () => void;
  readonly toEnd: () => void;
  /** Goes there while nothing is put in front. */
  readonly jump: (act: () => Promise<void>) => Promise<void>;
}

/** Brings what is looked for into view. */
export function useJumps({ list, scroller, rows, conversation, isAtEnd, letGo, toEnd, jump }: Stream) {
  const conversations = useConversations();

  async function findMessage(messageId: number): Promise<void> {
    letGo();
    isAtEnd.value = false;
    await conversations.goTo(conversation(), messageId);
    await nextTick();
    const index = rows().findIndex((row) => (messageIdOf(row) ?? 0) >= messageId);
    if (index < 0) return;
    list.value?.scrollToIndex(index, { align: 'center' });
    await flashMessage(scroller.value, messageId);
  }

  async function findBegin(target: number | undefined): Promise<void> {
    await nextTick();
    if (target !== undefined) return findMessage(target);
    const index = rows().findIndex(({ kind }) => kind === 'new');
    if (index > 0) {
      isAtEnd.value = false;
      list.value?.scrollToIndex(index, { align: 'start', offset: -ABOVE_NEW });
    } else toEnd();
  }

  return {
    toMessage: (messageId: number) => jump(() => findMessage(messageId)),
    /** Where a conversation is opened: at a message, at what is new, or at its end. */
    begin: (target: number | undefined) => jump(() => findBegin(target)),
  };
}
