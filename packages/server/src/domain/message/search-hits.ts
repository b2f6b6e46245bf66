import type { Reading } from '#storage/unit-of-work.ts';
import { type HitsAsked, stretchOf } from './message-words.ts';

type HitsWanted = Pick<HitsAsked, 'after' | 'before' | 'oldestFirst' | 'limit'>;

/** It has taken as long as one turn may: the same search goes on from its progress. */
export const GOES_ON: unique symbol = Symbol('goes on');

/** How far a search has come. */
export interface SearchProgress {
  hits?: { readonly ids: readonly number[]; readonly stretches: readonly number[] } | undefined;
}

/**
 * Stretches of lines in one query and in one turn. The database puts the lines of all words that begin so together before it
 * gives the first one. Those are many of short beginnings, and of several words nobody knows: of one word alone a query that
 * does not fill the page has shown that they were few.
 */
const STRETCHES = {
  ofOneWord: { inQuery: 4, inTurn: 16 },
  ofSeveral: { inQuery: 1, inTurn: 2 },
  ofShortOnes: { inQuery: 1, inTurn: 1 },
};
const SHORT = 2;

/** Ids of the lines with all the words among those whose words are kept, in order; they may be found in several turns. */
export async function listHits(
  work: Reading,
  chatId: number,
  words: readonly string[],
  { after, before, oldestFirst, limit }: HitsWanted,
  progress: SearchProgress,
): Promise<number[] | typeof GOES_ON> {
  const known = progress.hits ?? {
    ids: [],
    stretches: await stretchesOf(work, chatId, { after, before, oldestFirst }),
  };
  const found = [...known.ids];
  let left = known.stretches;
  const { inQuery, inTurn } = stretchesAtOnce(words);
  let turn = inTurn;
  // Of a common word the first stretch has enough.
  let count = progress.hits ? inQuery : 1;
  while (turn > 0 && left.length > 0 && found.length < limit) {
    const stretches = left.slice(0, Math.min(count, turn));
    const asked = { chatId, words, stretches, after, before, oldestFirst, limit: limit - found.length };
    for (const id of await work.messageWords.listHits(asked)) found.push(id);
    left = left.slice(stretches.length);
    turn -= stretches.length;
    count = inQuery;
  }
  if (left.length === 0 || found.length >= limit) return found.slice(0, limit);
  progress.hits = { ids: found, stretches: left };
  return GOES_ON;
}

function stretchesAtOnce(words: readonly string[]): { readonly inQuery: number; readonly inTurn: number } {
  if (words.some((word) => word.length <= SHORT)) return STRETCHES.ofShortOnes;
  return words.length === 1 ? STRETCHES.ofOneWord : STRETCHES.ofSeveral;
}

/** Those between two ids, in the order in which they are looked through. */
async function stretchesOf(
  work: Reading,
  chatId: number,
  { after, before, oldestFirst }: Omit<HitsWanted, 'limit'>,
): Promise<number[]> {
  const oldest = await work.messages.findLineAfter(chatId, after);
  const newest = await work.messages.findLineUpTo(chatId, before - 1);
  if (!oldest || !newest || oldest.id > newest.id) return [];
  const first = stretchOf(oldest);
  const all = Array.from({ length: stretchOf(newest) - first + 1 }, (_, index) => first + index);
  return oldestFirst ? all : all.reverse();
}
