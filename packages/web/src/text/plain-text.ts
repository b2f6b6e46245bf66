import { textOf } from './bb-tree.ts';
import { parseBb } from './parse-bb.ts';

/** What people wrote, in one line and without codes: as lists of chats show it. */
export function plainText(text: string): string {
  return textOf(parseBb(text)).replace(/\s+/g, ' ').trim();
}
