/** Characters of a message; what is longer is cut and marked so. */
const TEXT_LIMIT = 20_000;
const CUT_MARK = ' (...)';
/** Units of a string that can become one character: those of [BR]. Behind so many of them nothing is kept. */
const LOOKED_AT = 4 * (TEXT_LIMIT + 1);

/** The text as it is kept: [BR] and [br] are line feeds, in no other spelling (N26), and what is too long is cut. */
export function storedText(sent: string): string {
  const begin = sent.length > LOOKED_AT ? sent.slice(0, LOOKED_AT) : sent;
  const text = begin.includes('[') ? begin.replace(/\[BR\]|\[br\]/g, '\n') : begin;
  if (text.length <= TEXT_LIMIT) return text;
  let end = 0;
  let count = 0;
  // An emoji is one character, but two units of the string.
  for (const character of text) {
    if (count === TEXT_LIMIT) return text.slice(0, end) + CUT_MARK;
    end += character.length;
    count += 1;
  }
  return text;
}
