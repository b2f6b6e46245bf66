/** How values stand in a body: where one begins and ends, and what its signs stand for. */
export interface Spelling {
  /** The place of the first byte of the next value; undefined: none begins here. */
  begin(bytes: Buffer, from: number): number | undefined;
  /** The place behind the last byte of the value that is read; undefined: it goes on. */
  end(bytes: Buffer, from: number): number | undefined;
  /** Up to where the value can be read before the rest of the body is there: not into a sign of several bytes. */
  cut(bytes: Buffer, from: number): number;
  /** The text that those bytes stand for, as far as it is ASCII. */
  text(bytes: Buffer): string;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const U = 0x75;
/** Bytes of the longest sign: \u0041 */
const LONGEST_ESCAPE = 6;

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

export const jsonSpelling: Spelling = {
  begin: (bytes, from) => placeBehind(bytes, QUOTE, from),
  end(bytes, from) {
    for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 1))
      if (backslashesBefore(bytes, at, from) % 2 === 0) return at;
    return undefined;
  },
  cut(bytes, from) {
    const at = bytes.lastIndexOf(BACKSLASH);
    if (at < Math.max(from, bytes.length - LONGEST_ESCAPE) || backslashesBefore(bytes, at, from) % 2 === 1)
      return bytes.length;
    const length = bytes[at + 1] === U ? LONGEST_ESCAPE : 2;
    return at + length > bytes.length ? at : bytes.length;
  },
  text(bytes) {
    const text = bytes.toString('latin1');
    if (!text.includes('\\')) return text;
    // PHP writes each slash so.
    return text
      .replaceAll('\\/', '/')
      .replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (_, code: string | undefined, sign: string) =>
        code === undefined ? (ESCAPED[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
      );
  },
};

const EQUALS = 0x3d;
const AND = 0x26;
const PERCENT = 0x25;

export const formSpelling: Spelling = {
  begin: (bytes, from) => placeBehind(bytes, EQUALS, from),
  end(bytes, from) {
    const at = bytes.indexOf(AND, from);
    return at < 0 ? undefined : at;
  },
  cut(bytes, from) {
    const at = bytes.lastIndexOf(PERCENT);
    return at >= Math.max(from, bytes.length - 2) ? at : bytes.length;
  },
  text(bytes) {
    const text = bytes.toString('latin1').replaceAll('+', ' ');
    if (!text.includes('%')) return text;
    return text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  },
};

function placeBehind(bytes: Buffer, sign: number, from: number): number | undefined {
  const at = bytes.indexOf(sign, from);
  return at < 0 ? undefined : at + 1;
}

function backslashesBefore(bytes: Buffer, at: number, from: number): number {
  let count = 0;
  while (at - 1 - count >= from && bytes[at - 1 - count] === BACKSLASH) count += 1;
  return count;
}
