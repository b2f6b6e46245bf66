import type { Attach } from '../message-parts/attach.ts';
import type { Keyboard } from '../message-parts/keyboard.ts';
import type { Menu } from '../message-parts/menu.ts';

export interface Message {
  readonly id: number;
  readonly chatId: number;
  /** 1, 2, 3 ... within its chat. */
  readonly seq: number;
  /** 0: the portal itself. */
  readonly authorId: number;
  readonly text: string;
  readonly isSystem: boolean;
  readonly uuid: string | null;
  readonly replyToId: number | null;
  readonly params: MessageParams;
  readonly createdAt: number;
  readonly editedAt: number | null;
  /** The text is gone, its place in the history stays. */
  readonly deletedAt: number | null;
}

/** What a message carries beside its text. */
export interface MessageParams {
  readonly attach?: readonly Attach[];
  readonly keyboard?: Keyboard;
  readonly menu?: Menu;
  /** false: links stay plain. */
  readonly urlPreview?: boolean;
  /** What stands behind its link. */
  readonly preview?: LinkPreview;
  /** Ids of the files that were sent with it. */
  readonly fileIds?: readonly number[];
  /** Where it was forwarded from. */
  readonly forward?: Forward;
  /** What a system line tells, e.g. that somebody joined. */
  readonly code?: SystemCode;
  /** Visitors of an open channel do not read it. */
  readonly isInternal?: boolean;
  readonly isEdited?: boolean;
  readonly isDeleted?: boolean;
}

/** What a page says of itself. */
export interface LinkPreview {
  /** As it stands in the message. */
  readonly link: string;
  readonly title: string;
  readonly description?: string;
  readonly picture?: { readonly url: string; readonly width: number; readonly height: number };
}

/** automatic: a visitor reads it, too. */
export type SystemCode = 'joined' | 'left' | 'automatic' | 'finished';

/** The message that it is a copy of, who wrote that, where and when. */
export interface Forward {
  readonly id: number;
  readonly userId: number;
  readonly chatId: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type MessageDraft = Pick<Message, 'chatId' | 'authorId' | 'text' | 'isSystem' | 'uuid' | 'replyToId' | 'params'>;

/** Which lines of a chat are wanted: of those between two ids so many. */
export interface LinesAsked {
  readonly after: number;
  readonly before: number;
  readonly limit: number;
  readonly oldestFirst: boolean;
}

export type DatedLine = Pick<Message, 'id' | 'seq' | 'createdAt'>;
