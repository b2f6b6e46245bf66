import { tokens } from '#kit/words.ts';
import type { Message } from './message.ts';

/*
 * The words that messages are found by, and which of a chat's are kept
 * (docs/decisions/0019-messages-are-indexed-when-they-are-searched.md).
 */

export type IndexedLine = Pick<Message, 'id' | 'seq' | 'text'>;

/** The lines of a chat whose words are kept: those from one id to another, both included. */
export interface ChatIndex {
  readonly fromId: number;
  readonly upToId: number;
}

/** Lines of a chat whose words are kept together, so that what a query may find has an end. */
const STRETCH = 16_384;

export function stretchOf({ seq }: Pick<Message, 'seq'>): number {
  return Math.floor(seq / STRETCH);
}

/** Which lines of a chat are looked for. */
export interface HitsAsked {
  readonly chatId: number;
  /** Folded beginnings of words, one at least, all of which a line has. */
  readonly words: readonly string[];
  readonly stretches: readonly number[];
  /** Ids lie between these. */
  readonly after: number;
  readonly before: number;
  readonly oldestFirst: boolean;
  readonly limit: number;
}

/** Codes of which only what stands between them is read. */
const CODES =
  /\[\/?(?:b|i|u|s|img|send|put|call|user|chat|color|size|icon|context|timestamp|code|quote|list|p|\*)(?:=[^\][]*)?\]/gi;

/** The different words of a message's text, without codes. */
export function wordsOfMessage(text: string): string[] {
  return [...new Set(tokens(text.includes('[') ? withoutCodes(text) : text))];
}

/** What is searched of a text. An address is found, whatever is shown in its place. */
export function withoutCodes(text: string): string {
  return text
    .replace(/\[url=([^\][]*)\]/gi, ' $1 ')
    .replace(/\[(?:br|\/?url)\]/gi, ' ')
    .replace(CODES, '');
}

/** Whether each of the words is how a word of the message begins. */
export function isFoundBy(text: string, wanted: readonly string[]): boolean {
  const words = wordsOfMessage(text);
  return wanted.every((one) => words.some((word) => word.startsWith(one)));
}
