import type { Message } from '@botyard/client';
import type { Conversation } from './conversation.ts';
import { PAGE, readAround, readMissing, readPart } from './history.ts';

/** Messages that are kept of a dialog; the others are loaded again when they are scrolled to. */
const KEPT = 1_500;

/** Messages of a dialog without a gap between two of them, and whether there are more at either end. */
export interface LoadedPart {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

interface Given {
  during<T>(act: () => Promise<T>): Promise<T>;
  /** Shows that part, and nothing else of the dialog. */
  put(conversation: Conversation, part: LoadedPart): void;
  /** A message came, maybe a line of one's own. */
  settle(message: Message): void;
}

/** Moves through the history of a dialog: what is loaded of it grows at its ends, or is another part of it. */
export function partsOfHistory({ during, put, settle }: Given) {
  /** @param isReady when what shows the messages can take up that others come in front of them */
  async function loadOlder(conversation: Conversation, isReady: () => Promise<unknown>): Promise<void> {
    const [oldest] = conversation.messages;
    if (!oldest || !conversation.hasOlder) return;
    const older = await readPart(conversation, { before: oldest.id });
    await isReady();
    if (conversation.messages[0]?.id !== oldest.id) return;
    conversation.messages = [...older, ...conversation.messages];
    conversation.hasOlder = older.length === PAGE;
    await readMissing(conversation, older);
  }

  const loadNewer = (conversation: Conversation) =>
    during(async () => {
      const newest = conversation.messages.at(-1);
      if (!newest || !conversation.hasNewer) return;
      const newer = await readPart(conversation, { after: newest.id });
      if (conversation.messages.at(-1)?.id !== newest.id) return;
      conversation.messages = [...conversation.messages, ...newer];
      conversation.hasNewer = newer.length === PAGE;
      for (const message of newer) settle(message);
      await readMissing(conversation, newer);
    });

  /** Forgets what is far from what is looked at, at one end. */
  function trim(conversation: Conversation, end: 'older' | 'newer'): void {
    const { messages } = conversation;
    if (messages.length <= KEPT) return;
    conversation.messages = end === 'older' ? messages.slice(-KEPT) : messages.slice(0, KEPT);
    if (end === 'older') conversation.hasOlder = true;
    else conversation.hasNewer = true;
  }

  /** Has the message and what stands around it loaded; answers whether it is there. */
  const goTo = (conversation: Conversation, messageId: number) =>
    during(async () => {
      const isHere = () => conversation.messages.some(({ id }) => id === messageId);
      if (!isHere()) put(conversation, await readAround(conversation, messageId));
      return isHere();
    });

  const goToNewest = (conversation: Conversation) =>
    during(async () => {
      if (!conversation.hasNewer) return;
      const messages = await readPart(conversation, {});
      put(conversation, { messages, hasOlder: messages.length === PAGE, hasNewer: false });
    });

  return { loadOlder, loadNewer, trim, goTo, goToNewest };
}
