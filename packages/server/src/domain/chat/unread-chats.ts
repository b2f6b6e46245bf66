import type { ChatType } from './chat.ts';

/** A chat in which others wrote what one of its members has not read, or which that member has marked as unread. */
export interface UnreadChat {
  readonly chatId: number;
  readonly type: ChatType;
  /** Of a private chat the other one in it. */
  readonly otherId: number;
  readonly isMuted: boolean;
  /** By hand, whatever was read. */
  readonly isMarked: boolean;
  /** Messages; lines of the portal itself are not counted (G6). */
  readonly count: number;
}

/** Those among some of the chats of a person. */
export interface UnreadPart {
  readonly chats: readonly UnreadChat[];
  /** Behind which chat the others are; undefined: there are none. */
  readonly next: number | undefined;
}

/** How far somebody has read a chat of theirs. */
export interface ReadPlace {
  readonly chatId: number;
  readonly newestId: number;
  /** All lines up to this one were read, or are hidden from them. */
  readonly readUpTo: number;
}
