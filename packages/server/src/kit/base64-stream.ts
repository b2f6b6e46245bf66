/**
 * Turns Base64 into bytes as it comes, in pieces of any size, with white space in it or not. What is wrong with it is
 * known at the latest when it ends.
 */
export class Base64Stream {
  /** Digits that have no bytes yet: less than four. */
  #rest = '';
  #isPadded = false;
  #isBroken = false;
  #digits = 0;

  /** The bytes of this piece; undefined: it is no Base64. */
  take(piece: string): Buffer | undefined {
    if (this.#isBroken) return undefined;
    const digits = this.#rest + (/\s/.test(piece) ? piece.replace(/\s+/g, '') : piece);
    const end = digits.length - (digits.length % 4);
    this.#rest = digits.slice(end);
    return this.#decode(digits.slice(0, end));
  }

  /** The last bytes; undefined: it was no Base64, or stood for nothing. */
  end(): Buffer | undefined {
    if (this.#isBroken) return undefined;
    const rest = this.#rest;
    this.#rest = '';
    // One digit too many says nothing: it could be any character.
    if (rest.replace(/=+$/, '').length === 1) this.#isBroken = true;
    const bytes = this.#isBroken ? undefined : this.#decode(rest);
    return this.#digits === 0 ? undefined : bytes;
  }

  #decode(text: string): Buffer | undefined {
    if (text === '') return Buffer.alloc(0);
    const bytes = Buffer.from(text, 'base64');
    const digits = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
    // Node passes over what is no digit, and takes the two digits of addresses, too.
    const isWhole = Math.floor((digits * 3) / 4) === bytes.length && !/[-_]/.test(text);
    if (!isWhole || this.#isPadded) {
      this.#isBroken = true;
      return undefined;
    }
    this.#isPadded = digits < text.length;
    this.#digits += digits;
    return bytes;
  }
}
