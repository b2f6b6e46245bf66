import type { ChatType } from '../chat/chat.ts';

/** A chat of somebody, by what decides whether and where it stands in their list of recent ones. */
export interface RecentPlace {
  readonly chatId: number;
  readonly chatType: ChatType;
  /** Of the outside object that it belongs to. */
  readonly entityType: string;
  /** Its newest line, 0 for none. */
  readonly newestId: number;
  readonly lastReadId: number;
  /** Lines up to and including this one are hidden from them. */
  readonly historyAfter: number;
  /** They took the chat out of the list when this was its newest line. */
  readonly hiddenUpTo: number;
  readonly isPinned: boolean;
  /** Marked as unread by hand. */
  readonly isMarked: boolean;
  /** When they last pinned, hid or marked it; null: never. */
  readonly changedAt: number | null;
}

/** The newest line of a chat. */
export interface NewestLine {
  readonly chatId: number;
  readonly newestId: number;
}

/** Which chats of somebody are asked for. */
export interface RecentQuery {
  /** Kinds of chats that are not. */
  readonly skips: readonly RecentKind[];
  /** Only where something is unread, or marked so. */
  readonly unreadOnly: boolean;
  /** Only those whose newest line is older: the pinned ones stand on the first page (G29). */
  readonly before?: number | undefined;
  /** Only those whose newest line is not older. */
  readonly activeSince?: number | undefined;
  /** The same, or whose marks were changed since then. */
  readonly changedSince?: number | undefined;
  /** How many are passed over. */
  readonly offset: number;
  /** How many at most; undefined: all. */
  readonly limit?: number | undefined;
}

export type RecentKind = 'private' | 'group' | 'openChannel';
