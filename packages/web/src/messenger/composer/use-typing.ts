import { call } from '../../calls.ts';
import type { Conversation } from '../../stores/conversation.ts';

/** Milliseconds for which others see it: not said more often. */
const SAID_EVERY = 6_000;

/** Says that one is typing, as long as one goes on. */
export function useTyping(conversation: Conversation): () => void {
  let saidAt = 0;
  return () => {
    if (conversation.chatId === 0 || Date.now() - saidAt < SAID_EVERY) return;
    saidAt = Date.now();
    call('im.dialog.writing', { DIALOG_ID: conversation.dialogId }).catch(() => undefined);
  };
}
