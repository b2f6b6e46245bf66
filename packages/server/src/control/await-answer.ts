import type { FeedMessage } from '#live/feed-item.ts';
import type { ControlledPortal } from './controlled-portal.ts';
import type { Conversation } from './conversation.ts';

/** Longer than bots wait between two parts of an answer that grows. Milliseconds. */
const AFTER_FETCHED = 1_000;

export interface Awaited {
  /** Which messages count; left out: all. */
  readonly fits?: ((message: FeedMessage) => boolean) | undefined;
  /** So many of them; left out: one, and whatever else comes until nothing is on its way. */
  readonly count?: number | undefined;
  /** Then nothing may come for so long; left out: see {@link usualQuiet}. Milliseconds. */
  readonly quietMs?: number | undefined;
  /** Milliseconds. */
  readonly waitMs: number;
}

/** nobody: no bot was told; silent: nothing came in time; unmet: something came, and not what, or not as much as, was awaited. */
export type Answered = 'answered' | 'nobody' | 'silent' | 'unmet';

/** Waits for what is to come back. `onClose` is told how to stop the waiting. */
export async function awaitAnswer(
  portal: ControlledPortal,
  conversation: Conversation,
  { fits, count, quietMs: wantedQuiet, waitMs }: Awaited,
  onClose: (stop: () => void) => void,
): Promise<Answered> {
  const limit = after(portal, waitMs, onClose);
  const isPrecise = fits !== undefined || count !== undefined;
  const quietMs = wantedQuiet ?? (isPrecise ? 0 : usualQuiet(conversation));
  const isThere = () => {
    const { messages } = conversation;
    return (fits ? messages.filter(fits) : messages).length >= (count ?? 1);
  };
  for (;;) {
    const news = conversation.nextItem();
    if (!(isPrecise && isThere())) await Promise.race([portal.settled(), limit.over]);
    await conversation.idle();
    if (isThere() && (isPrecise || conversation.waiting === 0)) {
      if (limit.isOver() || (await isQuiet(portal, conversation, quietMs, onClose))) return 'answered';
      continue;
    }
    if (!conversation.wasHeard && !isPrecise && conversation.messages.length === 0) return 'nobody';
    if (limit.isOver()) return conversation.messages.length > 0 ? 'unmet' : 'silent';
    await Promise.race([news, limit.over]);
  }
}

/** A bot that fetches its events may still be at work, and let an answer grow: nobody sees when it has done. */
function usualQuiet({ isFetched }: Conversation): number {
  return isFetched ? AFTER_FETCHED : 0;
}

/** false: something came meanwhile. */
async function isQuiet(
  portal: ControlledPortal,
  conversation: Conversation,
  quietMs: number,
  onClose: (stop: () => void) => void,
): Promise<boolean> {
  if (quietMs === 0) return true;
  const quiet = after(portal, quietMs, onClose);
  await Promise.race([conversation.nextItem(), quiet.over]);
  return quiet.isOver();
}

function after({ clock }: ControlledPortal, ms: number, onClose: (stop: () => void) => void) {
  let isOver = false;
  const over = new Promise<void>((resolve) => {
    onClose(
      clock.after(ms, () => {
        isOver = true;
        resolve();
      }),
    );
  });
  return { over, isOver: () => isOver };
}
