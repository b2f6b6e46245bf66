import type { ServerResponse } from 'node:http';
import type { Line } from '#domain/line/line.ts';
import type { Store } from '#storage/store.ts';
import { type Conversation, readConversation } from './conversation.ts';
import type { Watchers } from './watchers.ts';

/** Seconds that a page may wait for something new. */
const LONGEST = 25;

interface Waiting {
  readonly store: Store;
  readonly watchers: Watchers;
  readonly line: Line;
  readonly token: string;
}

/** What a page is told to which nothing is new. */
interface Nothing {
  readonly isTyping: boolean;
  /** It was not let wait: the portal is stopping, or too many others wait. */
  readonly isBusy: boolean;
}

/** What is new to a page that knows a version of the conversation, as soon as something is; it may say how long it waits. */
export async function awaitConversation(
  { store, watchers, line, token }: Waiting,
  { known, wait }: Readonly<Record<string, unknown>>,
  response: ServerResponse,
): Promise<Conversation | Nothing> {
  const read = () => store.read((work) => readConversation(work, line, token));
  const first = await read();
  const seconds = Math.min(Number(wait) || 0, LONGEST);
  if (!first.visit || seconds <= 0 || first.conversation.version !== known) return first.conversation;
  const watcher = watchers.watch(first.visit.chat.id, first.visit.user.id);
  let isTimeUp = false;
  const timer = setTimeout(() => {
    isTimeUp = true;
    watcher.end();
  }, seconds * 1000);
  response.once('close', () => watcher.end());
  try {
    for (;;) {
      // Before the first time, too: something may have happened between looking and watching.
      const { conversation } = await read();
      if (conversation.version !== known) return conversation;
      const woken = await watcher.next();
      if (woken === 'typing') return { isTyping: true, isBusy: false };
      if (woken === 'over') return { isTyping: false, isBusy: !isTimeUp };
    }
  } finally {
    clearTimeout(timer);
    watcher.end();
  }
}
