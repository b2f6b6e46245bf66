import { tokens } from '#kit/words.ts';

/** Characters of a phrase that are looked at, and words of it: more than anybody types. */
const LONGEST = 500;
const MOST_WORDS = 16;

/** The different words of what somebody looks for, folded. */
export function wordsOfPhrase(phrase: string): string[] {
  return [...new Set(tokens(phrase.slice(0, LONGEST), true))].slice(0, MOST_WORDS);
}

/** Characters, however many bytes or units each of them takes (G44). */
export function lengthOf(phrase: string): number {
  let length = 0;
  for (const _ of phrase.slice(0, LONGEST).trim()) length += 1;
  return length;
}
