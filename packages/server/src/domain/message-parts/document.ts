/*
 * Attachments, keyboards and menus are documents with a format of their own, the same for every generation of the API:
 * TEXT, COMMAND, BLOCKS are words of that format, and a client gets the stored document as it is. That is why these
 * names, and Y/N inside them, stand in the domain, where else no spelling of the wire is known.
 *
 * A reader takes one value of such a document as bots write it and answers what is stored of it. Readers go exactly as
 * deep as the format does and copy only the keys they know, so that neither nesting nor a key like __proto__ matters.
 */

/** The document breaks a rule of its format, and with it the whole part. */
export const REFUSED = Symbol('refused');

/** `undefined` stands for a value that is left out, or that cannot be read and falls back to its default. */
export type Reader<T> = (raw: unknown) => T | undefined | typeof REFUSED;

/** A reader whose value may not be left out. */
export type Demand<T> = (raw: unknown) => T | typeof REFUSED;

type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Reader<Exclude<T[K], undefined>> : Demand<T[K]>;
};

export function required<T>(read: Reader<T>): Demand<T> {
  return (raw) => read(raw) ?? REFUSED;
}

/** An object with these keys, each read by its reader; other keys are dropped. */
export function shape<T extends object>(fields: Fields<T>): Demand<T> {
  const readers = Object.entries<Reader<unknown>>(fields as Record<string, Reader<unknown>>);
  return (raw) => {
    if (!isObject(raw)) return REFUSED;
    const document: Record<string, unknown> = {};
    for (const [key, read] of readers) {
      const value = read(own(raw, key));
      if (value === REFUSED) return REFUSED;
      if (value !== undefined) document[key] = value;
    }
    return document as T;
  };
}

/** A list with at least one item. */
export function list<T>(read: Demand<T>): Demand<T[]> {
  return (raw) => {
    const items: T[] = [];
    for (const item of toList(raw) ?? []) {
      const value = read(item);
      if (value === REFUSED) return REFUSED;
      items.push(value);
    }
    return items.length > 0 ? items : REFUSED;
  };
}

/** One object that is read twice, for what two readers know of it. */
export function both<A extends object, B extends object>(one: Demand<A>, other: Demand<B>): Demand<A & B> {
  return (raw) => {
    const first = one(raw);
    if (first === REFUSED) return REFUSED;
    const second = other(raw);
    return second === REFUSED ? REFUSED : { ...first, ...second };
  };
}

export function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

export function has(raw: unknown, key: string): boolean {
  return isObject(raw) && Object.hasOwn(raw, key);
}

/** A list, or the object with the keys 0, 1, 2 that a form body makes of it. */
export function toList(raw: unknown): readonly unknown[] | undefined {
  if (Array.isArray(raw)) return raw;
  if (!isObject(raw)) return undefined;
  return Object.keys(raw).every((key) => /^\d+$/.test(key)) ? Object.values(raw) : undefined;
}

function own(raw: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(raw, key) ? raw[key] : undefined;
}
