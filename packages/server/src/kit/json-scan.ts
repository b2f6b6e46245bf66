/** Lists and objects in each other, below the object that holds all fields. */
export const MAX_DEPTH = 16;
/** Values, lists and objects, at every level together. */
export const MAX_FIELDS = 5_000;

/** A JSON text that holds more than anybody needs. Its message says how much is allowed. */
export class TooMuchJson extends Error {
  override readonly name = 'TooMuchJson';
}

/**
 * Parses a JSON text that holds no more than anybody needs.
 * @param bytes the same text in UTF-8
 * @throws {TooMuchJson} when there are too many fields, or lists and objects lie too deep in each other
 * @throws {SyntaxError} for what is no JSON
 */
export function parseMeasured(text: string, bytes: Uint8Array): unknown {
  // A field takes a byte at least: a short text cannot hold too many, and parsing it takes less time than a scan.
  const value = bytes.length > MAX_FIELDS ? undefined : parsed(text);
  if (value === undefined || !isShallow(value)) new JsonScan().take(bytes);
  return value ?? JSON.parse(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether lists and objects lie in each other no deeper than a body may have them. */
export function isShallow(value: unknown, depth = MAX_DEPTH + 1): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  for (const key in value) if (!isShallow((value as Record<string, unknown>)[key], depth - 1)) return false;
  return true;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

/**
 * Counts what is in a JSON text before anything is made of it: parsing a megabyte of small values keeps everybody else
 * waiting for longer than they would notice. Looks at bytes as they come, in pieces of any size.
 */
export class JsonScan {
  #depth = 0;
  #fields = 0;
  #isInText = false;
  #isEscaped = false;

  /** @throws {TooMuchJson} when there are too many fields, or lists and objects lie too deep in each other */
  take(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) at = this.#isInText ? this.#skipText(bytes, at) : this.#count(bytes, at);
  }

  /** The byte after the end of the text, or after the piece. */
  #skipText(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) {
        this.#isInText = false;
        return at + 1;
      }
    }
    return bytes.length;
  }

  /** Up to the next text. */
  #count(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE) {
        this.#isInText = true;
        return at + 1;
      }
      if (byte === COMMA) this.#countField();
      else if (OPEN.has(byte)) {
        this.#depth += 1;
        this.#countField();
        // The object around all fields is no level.
        if (this.#depth > MAX_DEPTH + 1) throw new TooMuchJson(`The body is nested deeper than ${MAX_DEPTH} levels`);
      } else if (CLOSE.has(byte)) this.#depth -= 1;
    }
    return bytes.length;
  }

  #countField(): void {
    this.#fields += 1;
    if (this.#fields > MAX_FIELDS) throw new TooMuchJson(`There are more than ${MAX_FIELDS} fields`);
  }
}
