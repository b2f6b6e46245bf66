import { encodeScalar, urlEncode } from './encode.ts';

/** Names that are kept; beyond that they are forgotten together. Each bot has some twenty of its own in its events. */
const KEPT = 20_000;
/** Characters of a name and of a value that are kept. */
const LONGEST_NAME = 200;
const LONGEST_VALUE = 100;

let kept = 0;

/**
 * A name of a query, and those inside it. The names of events are always the same, and most of them say what they said in
 * the event before: putting both together anew would take as long as everything else that is done to send an event.
 */
export class QueryName {
  /** How a pair begins. */
  readonly start: string;
  readonly #name: string | undefined;
  #inside: Map<string, QueryName> | undefined;
  #lastValue: unknown;
  #lastText: string | undefined;

  /** Without a name it is what the names of a query begin in. */
  constructor(name?: string) {
    this.#name = name;
    // Joined, not added up: what is added up stays in parts, which would be put together anew with every query.
    this.start = ['&', name, '='].join('');
  }

  /** The name of this key inside this one. */
  at(key: string): QueryName {
    return this.#inside?.get(key) ?? this.#add(key);
  }

  /** The value as it stands behind the name; undefined for what leaves no trace. */
  encode(value: unknown): string | undefined {
    if (value === this.#lastValue) return this.#lastText;
    const text = encodeScalar(value);
    if (text !== undefined && text.length <= LONGEST_VALUE) {
      this.#lastValue = value;
      this.#lastText = text;
    }
    return text;
  }

  #add(key: string): QueryName {
    const encoded = urlEncode(key);
    const name = new QueryName(this.#name === undefined ? encoded : [this.#name, '%5B', encoded, '%5D'].join(''));
    if (name.start.length > LONGEST_NAME) return name;
    if (kept >= KEPT) {
      kept = 0;
      ROOT.#inside = undefined;
    }
    kept += 1;
    this.#inside ??= new Map();
    this.#inside.set(key, name);
    return name;
  }
}

export const ROOT = new QueryName();
