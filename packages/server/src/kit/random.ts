import { randomBytes, randomUUID } from 'node:crypto';

/** The only source of randomness, so that tests can fix every id and token. */
export interface Random {
  /** Lower-case hexadecimal string of `length` characters. */
  hex(length: number): string;
  /** Lower-case letters and digits, as the codes in webhook addresses are. */
  code(length: number): string;
  uuid(): string;
  /** From 0 up to, not including, 1. */
  fraction(): number;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

export const systemRandom: Random = {
  hex: (length) =>
    randomBytes(Math.ceil(length / 2))
      .toString('hex')
      .slice(0, length),
  // 252 is the largest multiple of 36 in a byte: bytes above it are dropped, so that no letter is likelier than another.
  code(length) {
    let code = '';
    while (code.length < length) {
      for (const byte of randomBytes(length)) if (byte < 252 && code.length < length) code += ALPHABET[byte % 36];
    }
    return code;
  },
  uuid: () => randomUUID(),
  fraction: () => Math.random(),
};
