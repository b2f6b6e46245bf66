import { type HitsAsked, type IndexedLine, stretchOf, wordsOfMessage } from '#domain/message/message-words.ts';
import type { Dialect } from '../dialect.ts';

/*
 * How words of messages are spelled where they are kept, and in what they are looked for with
 * (docs/decisions/0019-messages-are-indexed-when-they-are-searched.md).
 *
 * The chat and a stretch of its lines stand before each word that is kept. So a search looks at words of that chat alone,
 * and at no more lines in one query than it asks for, however long the chat is and however common its words are.
 */

/** Stands in no word, and is no separator to SQLite. */
const MARK = '·';
/** Words of a message in PostgreSQL's vector, which takes no more than a megabyte; nobody writes so many. */
const MOST_WORDS = 20_000;

/** The words of a line as they are kept, with blanks between them; empty: it has none. */
export function keptWords(chatId: number, line: IndexedLine): string {
  const prefix = prefixOf(chatId, stretchOf(line));
  return wordsOfMessage(line.text)
    .slice(0, MOST_WORDS)
    .map((word) => prefix + word)
    .join(' ');
}

/** What finds the lines of some stretches of a chat that have all the words. */
export function wordQuery(
  dialect: Dialect,
  { chatId, words, stretches }: Pick<HitsAsked, 'chatId' | 'words' | 'stretches'>,
): string {
  const prefixes = stretches.map((stretch) => prefixOf(chatId, stretch));
  return dialect === 'sqlite' ? toMatch(prefixes, words) : toTsquery(prefixes, words);
}

function prefixOf(chatId: number, stretch: number): string {
  return `${chatId.toString(36)}${MARK}${stretch.toString(36)}${MARK}`;
}

/** Words are letters, digits and pictographs: there is no quote among them. */
function toMatch(prefixes: readonly string[], words: readonly string[]): string {
  return prefixes.map((prefix) => `(${words.map((word) => `"${prefix}${word}"*`).join(' AND ')})`).join(' OR ');
}

function toTsquery(prefixes: readonly string[], words: readonly string[]): string {
  return prefixes.map((prefix) => `(${words.map((word) => `'${prefix}${word}':*`).join(' & ')})`).join(' | ');
}
