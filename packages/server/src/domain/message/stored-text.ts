/** Characters of a message; what is longer is cut and marked so. */
const TEXT_LIMIT = 20_000;
const CUT_MARK = ' (...)';

/** The text as it is kept: [BR] and [br] are line feeds, in no other spelling (N26), and what is too long is cut. */
export function storedText(sent: string): string {
  const text = sent.includes('[') ? sent.replace(/\[BR\]|\[br\]/g, '\n') : sent;
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
