const DIGIT = 1;
const SPACE = 2;
const PADDING = 3;

/** What each character of Base64 is; any other is none of it. */
const KINDS = new Uint8Array(128);
for (const digit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
  KINDS[digit.charCodeAt(0)] = DIGIT;
for (const space of '\t\n\v\f\r ') KINDS[space.charCodeAt(0)] = SPACE;
KINDS['='.charCodeAt(0)] = PADDING;

/**
 * The bytes that a text stands for as Base64, with white space in it or not; undefined: it is none, or stands for none.
 * Texts of megabytes are looked through once at most: patterns that look for white space take a second where it is everywhere.
 */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (isPure(text, bytes.length)) return bytes;
  const digits = countDigits(text);
  // One digit too many says nothing: it could be any character.
  return digits === undefined || digits === 0 || digits % 4 === 1 ? undefined : bytes;
}

/** Whether it is nothing but digits and padding: then as many bytes come of it as there are digits for. */
function isPure(text: string, bytes: number): boolean {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  // Node takes the two digits of addresses, too.
  if (digits % 4 === 1 || Math.floor((digits * 3) / 4) !== bytes) return false;
  return digits > 0 && !text.includes('-') && !text.includes('_');
}

/** undefined: there is something else in it. */
function countDigits(text: string): number | undefined {
  let digits = 0;
  let padding = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === DIGIT && padding === 0) digits += 1;
    else if (kind === PADDING && padding < 2) padding += 1;
    else if (kind !== SPACE) return undefined;
  }
  return digits;
}
