/** What somebody who watches the portal is shown, in words and not only in ids. */
export type FeedItem = FeedMessage | FeedEvent | FeedDelivery | FeedNotice;

export interface FeedMessage {
  readonly kind: 'message';
  readonly what: 'added' | 'changed' | 'deleted';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly id: number;
  readonly chatId: number;
  /** Its title, or who talks to whom. */
  readonly chat: string;
  /** 0 and an empty name: the portal itself. */
  readonly authorId: number;
  readonly author: string;
  readonly text: string;
  /** What stands on the buttons under it. */
  readonly buttons: readonly string[];
}

/** A bot, or whoever else hears of events, is going to be told something. */
export interface FeedEvent {
  readonly kind: 'event';
  readonly at: number;
  readonly id: number;
  readonly receiverId: number;
  /** Who it is, in words. */
  readonly receiver: string;
  /** As the bot will see it, e.g. ONIMCOMMANDADD. */
  readonly name: string;
}

/** An event was sent to its handler, well or not. */
export interface FeedDelivery {
  readonly kind: 'delivery';
  readonly at: number;
  readonly eventId: number;
  readonly chatId: number;
  readonly receiverId: number;
  /** Who it is, in words. */
  readonly receiver: string;
  readonly name: string;
  /** Where to, without path and query: people put secrets there. */
  readonly to: string;
  /** again: it will be tried once more, at `retryAt`. */
  readonly result: 'delivered' | 'again' | 'dead' | 'dropped';
  readonly status: number | null;
  readonly error: string | null;
  readonly durationMs: number;
  readonly retryAt: number | null;
}

/** What the owner of a receiver should know. */
export interface FeedNotice {
  readonly kind: 'notice';
  readonly at: number;
  readonly receiverId: number;
  /** Who it is, in words. */
  readonly receiver: string;
  readonly text: string;
}

/** How a conversation ended: with an answer, with nobody who was meant, or with silence where an answer was due. */
export interface FeedEnd {
  readonly kind: 'end';
  readonly result: 'answered' | 'nobody' | 'silent';
}
