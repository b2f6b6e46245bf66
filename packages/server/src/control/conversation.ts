import type { Message } from '#domain/message/message.ts';
import { openFeed } from '#live/feed.ts';
import type { FeedCall, FeedDelivery, FeedItem, FeedMessage } from '#live/feed-item.ts';
import type { ControlledPortal } from './controlled-portal.ts';

/** What comes back in a conversation. */
export type Spoken = FeedMessage | FeedDelivery | FeedCall;

export interface Conversation {
  /** From now on, what happens in the chat of `message` is passed on, what has happened meanwhile included. */
  follow(message: Message): void;
  /** Messages of others so far. */
  readonly answers: number;
  /** Events that were sent to a bot so far, well or not. */
  readonly deliveries: number;
  /** Resolves at the next thing that happens in the chat. */
  nextItem(): Promise<void>;
  idle(): Promise<void>;
  close(): void;
}

/** Listens before the first word is said, so that no answer is too quick for it. */
export function openConversation(portal: ControlledPortal, tell: (item: Spoken) => void): Conversation {
  let missed: FeedItem[] = [];
  let opening: Message | undefined;
  let answers = 0;
  let deliveries = 0;
  let wake: (() => void)[] = [];
  /** Who is told of what happens in the chat: their calls are answers, or meant to be. */
  const hearers = new Set<number>();

  const feed = openFeed(portal, (item) => {
    if (!opening) missed.push(item);
    else pass(item, opening);
  });

  function pass(item: FeedItem, { id, chatId, authorId }: Message): void {
    if (item.kind === 'call') {
      if (item.receiverIds.some((receiver) => hearers.has(receiver))) tell(item);
      return;
    }
    if (item.kind === 'notice' || item.chatId !== chatId) return;
    if (item.kind === 'event') {
      hearers.add(item.receiverId);
      return;
    }
    if (item.kind === 'delivery') deliveries += 1;
    else if (item.id <= id || item.authorId === authorId) return;
    else answers += 1;
    // That an event has arrived is what everybody expects; that it has not explains the silence.
    if (item.kind === 'message' || item.result !== 'delivered') tell(item);
    for (const resolve of wake.splice(0)) resolve();
  }

  return {
    follow(message) {
      opening = message;
      for (const item of missed) pass(item, message);
      missed = [];
    },
    get answers() {
      return answers;
    },
    get deliveries() {
      return deliveries;
    },
    nextItem: () => new Promise((resolve) => wake.push(resolve)),
    idle: () => feed.idle(),
    close() {
      feed.close();
      for (const resolve of wake.splice(0)) resolve();
      wake = [];
    },
  };
}
