import { isShallow, MAX_DEPTH } from '#kit/json-scan.ts';
import { BadQuery } from '#kit/php-query/bad-query.ts';

/** Names in a row: there is nothing deeper than a body may be. */
const REFERENCE = new RegExp(`\\$result((?:\\[[^\\][]{1,200}\\]){1,${MAX_DEPTH + 1}})`, 'g');
const ALONE = new RegExp(`^${REFERENCE.source}$`);

/** Characters that earlier answers may come to in one call: a short text can name a long answer any number of times. */
const MOST = 1024 * 1024;
/** References in one call: each is looked up, also where it leads nowhere. */
const MOST_REFERENCES = 1_000;

type Params = Readonly<Record<string, unknown>>;

/**
 * Puts earlier answers of a batch in the place of `$result[name][field]`, in strings however deep and within their text,
 * too. What comes of it is held to the limits of what could have been sent.
 */
export function withAnswers(params: Params, results: ReadonlyMap<string, unknown>): Params {
  const filled = new Substitution(results).in(params) as Params;
  if (!isShallow(filled)) throw new BadQuery(`With earlier answers the call is nested deeper than ${MAX_DEPTH} levels`);
  return filled;
}

class Substitution {
  readonly #results: ReadonlyMap<string, unknown>;
  #left = MOST;
  #references = 0;

  constructor(results: ReadonlyMap<string, unknown>) {
    this.#results = results;
  }

  in(value: unknown): unknown {
    if (typeof value === 'string') return value.includes('$result[') ? this.#inText(value) : value;
    if (Array.isArray(value)) return value.map((one) => this.in(one));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.in(one)]));
    return value;
  }

  #inText(text: string): unknown {
    const alone = ALONE.exec(text)?.[1];
    if (alone === undefined) return text.replace(REFERENCE, (_, path: string) => this.#textAt(path));
    // Alone, a reference keeps the type of what it stands for: a list of ids stays one.
    this.#textAt(alone);
    return this.#valueAt(alone) ?? '';
  }

  #textAt(path: string): string {
    this.#references += 1;
    if (this.#references > MOST_REFERENCES)
      throw new BadQuery(`The call refers to earlier answers more than ${MOST_REFERENCES} times`);
    const found = this.#valueAt(path);
    const text = typeof found === 'object' && found !== null ? JSON.stringify(found) : String(found ?? '');
    this.#left -= text.length;
    if (this.#left < 0) throw new BadQuery(`Earlier answers make this call longer than ${MOST} characters`);
    return text;
  }

  #valueAt(path: string): unknown {
    const [first = '', ...rest] = [...path.matchAll(/\[([^\][]+)\]/g)].map(([, key]) => key ?? '');
    let value = this.#results.get(first);
    for (const key of rest) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
      value = (value as Record<string, unknown>)[key];
    }
    return value;
  }
}
