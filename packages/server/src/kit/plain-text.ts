/** Signs of a text in a row that may be the content of a file, and letters and digits in a row that may be a code. */
const LONGEST_RUN = 255;
const LONGEST_WORD = 23;
/** By the code of a sign: what of a word it is, or that the text may be an address, a form or a document. */
const LETTER = 1;
const DIGIT = 2;
const REMARKABLE = 4;
const SIGNS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (code < 32 || code === 127 || '=:{[/%"\\'.includes(sign)) return REMARKABLE;
  if (/[a-z]/i.test(sign)) return LETTER;
  return /\d/.test(sign) ? DIGIT : 0;
});

/**
 * Whether there is nothing in a text that may be a secret, a document or the content of a file, as in nearly every one. A
 * loop, since it is asked of every text of every call: an expression for the
 * same takes several times as long.
 */
export function isPlainText(text: string): boolean {
  const { length } = text;
  let run = 0;
  let kinds = 0;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    // Halves of pairs are looked at by others.
    if (code >= 0xd800 && code <= 0xdfff) return false;
    const kind = code < 128 ? (SIGNS[code] as number) : 0;
    if (kind === 0) {
      run = 0;
      kinds = 0;
      continue;
    }
    run += 1;
    kinds |= kind;
    if (kinds >= REMARKABLE || (kinds === (LETTER | DIGIT) && run > LONGEST_WORD) || run > LONGEST_RUN) return false;
  }
  return true;
}
