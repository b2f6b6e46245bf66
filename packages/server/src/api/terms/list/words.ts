/** More than anybody types: each person of the portal is compared with every word. */
const LONGEST_PHRASE = 500;

/** The different words of what is searched for, in lower case. */
export function searchedWords(phrase: string): string[] {
  return [...new Set(wordsOf(phrase.slice(0, LONGEST_PHRASE).toLowerCase()))];
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
