import type { ChatType } from './chat.ts';

/** A chat in which others wrote what one of its members has not read. */
export interface UnreadChat {
  readonly chatId: number;
  readonly type: ChatType;
  /** Of a private chat the other one in it. */
  readonly otherId: number;
  readonly isMuted: boolean;
  /** Messages; lines of the portal itself are not counted (G6). */
  readonly count: number;
}
