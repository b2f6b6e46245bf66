import { parseMeasured } from './json-scan.ts';
import { isReadableText } from './readable-text.ts';

/** Characters of a JSON text that stands in a parameter: no list, filter or keyboard comes near that. */
export const MAX_JSON_TEXT = 1024 * 1024;

/**
 * The list or the object that a text holds as JSON; undefined: none. The limits on bodies hold for what lies in their
 * texts, too: what is longer, holds more or is deeper is not parsed, and texts that could not be kept are not read.
 */
export function jsonIn(text: string): object | undefined {
  if (text.length > MAX_JSON_TEXT || !/^\s*[[{]/.test(text)) return undefined;
  try {
    const value = parseMeasured(text, Buffer.from(text)) as object;
    return isReadableText(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
