import type { Content } from './content.ts';

/** Where somebody's files are, or those of all chats. */
export interface FileStorage {
  readonly id: number;
  readonly portalId: number;
  /** null: files of chats. */
  readonly ownerId: number | null;
  /** The folder that holds all others. */
  readonly rootId: number;
}

interface Entry {
  readonly id: number;
  readonly portalId: number;
  readonly storageId: number;
  readonly name: string;
  /** The chat that it belongs to; null: it lies with somebody's own files. */
  readonly chatId: number | null;
  readonly createdBy: number;
  readonly createdAt: number;
}

export interface Folder extends Entry {
  /** null: the root of its storage. */
  readonly parentId: number | null;
}

export interface StoredFile extends Entry {
  readonly parentId: number;
  readonly contentId: number;
  /** The message that it was sent with; null: nobody but who brought it sees it yet. */
  readonly messageId: number | null;
  /** Sent as a file, whatever is in it: it is shown as no picture. */
  readonly isPlain: boolean;
}

/** A file with what is in it. */
export interface FullFile extends StoredFile {
  readonly content: Content;
}

export type FileDraft = Omit<StoredFile, 'id' | 'createdAt'>;

/** Characters of a name, and what may not be in one: signs that turn the direction of writing hide what it ends with. */
const LONGEST_NAME = 255;
const FORBIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\\/:*?"<>|]/gu;

/**
 * The name as it is kept: what would lead out of a folder, or stands in no name of any system, becomes an underscore.
 * undefined: nothing is left of it, or it is too long.
 */
export function fileName(sent: string): string | undefined {
  const name = sent.replace(FORBIDDEN, '_').trim();
  return name === '' || /^\.+$/.test(name) || name.length > LONGEST_NAME ? undefined : name;
}

/** In lower case, without the dot; empty for none. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** `report (2).pdf`: the same name with a number, no longer than a name may be. */
export function numberedName(name: string, number: number): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]{1,20})?$/s.exec(name) ?? [];
  const mark = ` (${number})`;
  return stem.slice(0, LONGEST_NAME - mark.length - ending.length).toWellFormed() + mark + ending;
}
