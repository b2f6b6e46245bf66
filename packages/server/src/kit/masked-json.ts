import { MAX_DEPTH } from './json-scan.ts';
import { isPlainText } from './plain-text.ts';
import { isSecretName, MASK, maskedText } from './secret-texts.ts';

/** A value as JSON, without secrets and no longer than it may be. */
export interface MaskedJson {
  /** Well-formed text. Where it is cut it is no JSON any more. */
  readonly text: string;
  readonly isCut: boolean;
}

export interface MaskedJsonOptions {
  /** Bytes of UTF-8. */
  readonly limit: number;
  /** Whether that parameter is the content of a file: of such, only the size is told. */
  readonly isFile?: ((name: string) => boolean) | undefined;
}

/**
 * Writes a value as JSON up to the limit: what lies beyond is not looked at, so that the largest value costs no more
 * than one of that size.
 */
export function maskedJson(value: unknown, { limit, isFile = () => false }: MaskedJsonOptions): MaskedJson {
  const writer = new Writer(limit, isFile);
  writer.value(value);
  return cut(writer.text, limit);
}

/** The beginning of a text that has so many bytes; no character is cut in two. */
function cut(text: string, limit: number): MaskedJson {
  // In UTF-8 no unit of a string takes more than three bytes.
  if (text.length * 3 <= limit || Buffer.byteLength(text) <= limit) return { text, isCut: false };
  const bytes = Buffer.from(text.slice(0, limit));
  let end = Math.min(limit, bytes.length);
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return { text: bytes.toString('utf8', 0, end), isCut: true };
}

/** Characters of a text that may be a document itself; of a longer one only the beginning is looked at. */
const LONGEST_DOCUMENT = 32 * 1024;
const CONTENT = /^(?:data:[^,]{0,100},|[a-z0-9+/=_-]{256})/i;

/** Names that come again with every call, as they are written. Strangers can send any number of others. */
const MOST_NAMES = 1_000;
const names = new Map<string, WrittenName>();

interface WrittenName {
  /** With the colon. */
  readonly head: string;
  /** Of such a name the value is not told. */
  readonly isSecret: boolean;
}

/** A longer one is no name: of it only the beginning is told, of its value nothing. */
const LONGEST_NAME = 1_000;
const SHOWN_NAME = 100;

/** In documents within texts lists and objects can lie in each other as deep as they like. */
const DEEPEST = 2 * MAX_DEPTH;
const TOO_DEEP = '"(nested too deep to be shown)"';

function written(name: string): WrittenName {
  const known = names.get(name);
  if (known !== undefined) return known;
  const isSecret = name.length > LONGEST_NAME || isSecretName(name);
  const head = `${JSON.stringify(isSecret ? beginningOfName(name) : maskedText(name))}:`;
  const result = { head, isSecret };
  if (names.size < MOST_NAMES && name.length < SHOWN_NAME) names.set(name, result);
  return result;
}

class Writer {
  text = '';
  readonly #limit: number;
  readonly #isFile: (name: string) => boolean;
  #depth = 0;

  constructor(limit: number, isFile: (name: string) => boolean) {
    this.#limit = limit;
    this.#isFile = isFile;
  }

  value(value: unknown): void {
    if (typeof value === 'string') this.text += stringOf(value, this.#limit, this.#isFile);
    else if (typeof value === 'number') this.text += Number.isFinite(value) ? value : 'null';
    else if (value instanceof Uint8Array) this.text += `"${sizeOf(value.length)}"`;
    else if (typeof value === 'object' && value !== null) this.#nested(value);
    else this.text += typeof value === 'boolean' ? value : 'null';
  }

  #nested(value: object): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) this.text += TOO_DEEP;
    else if (Array.isArray(value)) this.#list(value);
    else this.#object(value as Readonly<Record<string, unknown>>);
    this.#depth -= 1;
  }

  #list(list: readonly unknown[]): void {
    this.text += '[';
    for (let i = 0; i < list.length && this.text.length <= this.#limit; i += 1) {
      if (i > 0) this.text += ',';
      this.value(list[i]);
    }
    this.text += ']';
  }

  #object(object: Readonly<Record<string, unknown>>): void {
    this.text += '{';
    let isFirst = true;
    for (const name in object) {
      if (this.text.length > this.#limit) break;
      const value = object[name];
      if (value === undefined) continue;
      if (!isFirst) this.text += ',';
      isFirst = false;
      this.#member(name, value);
    }
    this.text += '}';
  }

  #member(name: string, value: unknown): void {
    const { head, isSecret } = written(name);
    if (isSecret) this.text += `${head}"${MASK}"`;
    else if (this.#isFile(name)) this.text += `${head}"${sizeOf(charactersOf(value))}"`;
    else {
      this.text += head;
      this.value(value);
    }
  }
}

/** Where a body is not what it says it is, its name is the whole of it. */
function beginningOfName(name: string): string {
  return maskedText(name.slice(0, LONGEST_NAME)).slice(0, SHOWN_NAME);
}

function stringOf(text: string, limit: number, isFile: (name: string) => boolean): string {
  if (text.length <= limit && isPlainText(text)) return `"${text}"`;
  if (CONTENT.test(text)) return `"${sizeOf(text.length)}"`;
  const document = documentIn(text);
  if (document) return JSON.stringify(maskedJson(document, { limit, isFile }).text);
  // A little more than is kept is looked at, so that the end of a secret is not what is cut off.
  const beginning = text.length > 2 * limit ? text.slice(0, 2 * limit) : text;
  return JSON.stringify(maskedText(beginning));
}

/** Some programs send lists and maps as JSON within a text. */
function documentIn(text: string): object | undefined {
  if (text.length > LONGEST_DOCUMENT || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

function sizeOf(length: number): string {
  return `(content of ${length} characters)`;
}

function charactersOf(value: unknown, depth = DEEPEST): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null || depth === 0) return 0;
  // A file that was taken out of a body: what it had come to there.
  if ('size' in value && typeof value.size === 'number') return 4 * Math.ceil(value.size / 3);
  return Object.values(value).reduce((sum: number, one) => sum + charactersOf(one, depth - 1), 0);
}
