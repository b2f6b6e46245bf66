import { Notes, REFUSED } from './omissions.ts';

/*
 * Attachments, keyboards and menus are documents with a format of their own, the same for every generation of the API:
 * TEXT, COMMAND, BLOCKS are words of that format, and a client gets the stored document as it is. That is why these
 * names, and Y/N inside them, stand in the domain, where else no spelling of the wire is known.
 *
 * A reader takes one value of such a document as bots write it and answers what is stored of it. Readers go exactly as
 * deep as the format does and copy only the keys they know, so that neither nesting nor a key like __proto__ matters.
 */

export { Notes, REFUSED };

/** `undefined` stands for a value that is left out, or that cannot be read and falls back to its default. */
export type Reader<T> = (raw: unknown, notes: Notes) => T | undefined | typeof REFUSED;

/** A reader of one value that has nothing within it to be left out. */
export type ScalarReader<T> = (raw: unknown) => T | undefined | typeof REFUSED;

/** A reader whose value may not be left out. */
export type Demand<T> = (raw: unknown, notes: Notes) => T | typeof REFUSED;

type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Reader<Exclude<T[K], undefined>> : Demand<T[K]>;
};

export function required<T>(read: Reader<T>): Demand<T> {
  return (raw, notes) => read(raw, notes) ?? REFUSED;
}

/** An object with these keys, each read by its reader; other keys are dropped. */
export function shape<T extends object>(fields: Fields<T>): Demand<T> {
  const readers = Object.entries<Reader<unknown>>(fields as Record<string, Reader<unknown>>);
  return (raw, notes) => {
    if (!isObject(raw)) return notes.refuse('is not an object');
    const document: Record<string, unknown> = {};
    for (const [key, read] of readers) {
      const value = read(own(raw, key), notes);
      if (value === REFUSED) return notes.refuse(`${key} is missing or cannot be used`);
      if (value !== undefined) document[key] = value;
    }
    return document as T;
  };
}

/** A list; items that are wrong are left out (R48), and one without any good item is wrong itself. */
export function list<T>(noun: string, read: Demand<T>): Demand<T[]> {
  return (raw, notes) => {
    const items: T[] = [];
    let position = 0;
    for (const item of toList(raw) ?? []) {
      position += 1;
      const inner = notes.item(noun, position, item);
      const value = read(item, inner);
      if (value === REFUSED) inner.drop();
      else items.push(value);
    }
    return items.length > 0 ? items : notes.refuse(position > 0 ? `no ${noun} is left` : `there is no ${noun}`);
  };
}

/** One object that is read twice, for what two readers know of it. */
export function both<A extends object, B extends object>(one: Demand<A>, other: Demand<B>): Demand<A & B> {
  return (raw, notes) => {
    const first = one(raw, notes);
    if (first === REFUSED) return REFUSED;
    const second = other(raw, notes);
    return second === REFUSED ? REFUSED : { ...first, ...second };
  };
}

/** What was read, put right. */
export function mapped<A, B>(read: Demand<A>, change: (value: A, notes: Notes) => B | typeof REFUSED): Demand<B> {
  return (raw, notes) => {
    const value = read(raw, notes);
    return value === REFUSED ? REFUSED : change(value, notes);
  };
}

/** The first of these keys that is there, without the others. */
export function firstOf<T extends object, K extends keyof T>(value: T, keys: readonly K[]): T {
  const first = keys.find((key) => value[key] !== undefined);
  const others = new Set<PropertyKey>(keys.filter((key) => key !== first));
  return Object.fromEntries(Object.entries(value).filter(([key]) => !others.has(key))) as T;
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
