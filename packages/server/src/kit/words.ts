/*
 * Words of texts as they are searched: cut and folded here, so that both databases find the same whatever their locale.
 * Indexes keep what these functions give. Whoever changes them has to make the indexes anew.
 */

/** Characters of a word; what follows is not looked at. */
const LONGEST_WORD = 64;

const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/gu;
/** Of Latin and Greek letters alone: in other scripts a mark makes another letter (й is no и). */
const MARKS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ё: 'е',
  ß: 'ss',
  ı: 'i',
  ς: 'σ',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ħ: 'h',
};
/** Runs of Chinese, Japanese and Thai, which write no spaces; other words; flags; pictographs. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}/gu;
const WITHOUT_SPACES = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** English, and codes of all kinds: found by a shorter way, with the same words. */
const PLAIN = /^[\x00-\x7f]*$/;
const PLAIN_WORD = /[a-z0-9]+/g;

/** The text without what searching makes no difference of: capitals, accents, ligatures, ё and е, ß and ss. */
export function fold(text: string): string {
  // Twice: İ becomes two characters when it is made small, the second of which is a mark.
  const small = withoutMarks(withoutMarks(text.toWellFormed()).toLowerCase());
  return small.replace(/[ёßıςøłđæœþðħ]/g, (letter) => OTHER_LETTERS[letter] ?? letter);
}

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '$1').normalize('NFC');
}

/**
 * Words of a text in their order, folded. Scripts without spaces are cut into pairs of neighbours, for an index into
 * single characters, too; `query`: the text is what somebody looks for.
 */
export function tokens(text: string, query = false): string[] {
  if (PLAIN.test(text)) return [...(text.toLowerCase().match(PLAIN_WORD) ?? [])].map(beginning);
  const words: string[] = [];
  const seen = text.replace(UNSEEN, '').replaceAll('\0', ' ');
  for (const [word] of fold(seen).matchAll(WORD)) {
    if (!WITHOUT_SPACES.test(word)) words.push(beginning(word));
    else for (const part of parts([...word], query)) words.push(part);
  }
  return words;
}

function* parts(characters: readonly string[], query: boolean): Generator<string> {
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    if (next !== undefined) yield character + next;
  }
  if (!query || characters.length === 1) yield* characters;
}

function beginning(word: string): string {
  return word.length <= LONGEST_WORD ? word : [...word.slice(0, 2 * LONGEST_WORD)].slice(0, LONGEST_WORD).join('');
}
