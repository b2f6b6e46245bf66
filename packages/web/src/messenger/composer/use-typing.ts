import { call } from '../../calls.ts';
import type { Conversation } from '../../stores/conversation.ts';

/** Milliseconds for which others see it: not said more often. */
const SAID_EVERY = 6_000;

/** Says that one is typing, as long as one goes on. */
export function useTyping(conversation: () => Conversation): () => void {
  const saidAt = new WeakMap<Conversation, number>();
  return () => {
    const written = conversation();
    if (written.chatId === 0 || Date.now() - (saidAt.get(written) ?? 0) < SAID_EVERY) return;
    saidAt.set(written, Date.now());
    call('im.dialog.writing', { DIALOG_ID: written.dialogId }).catch(() => undefined);
  };
}
