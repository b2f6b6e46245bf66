import type { Session } from '../session.ts';

/**
 * What one connection knows by keys, so many of them at most: beyond that all is forgotten together. What is undone takes
 * all of it along, because ids are given again. PostgreSQL lends a connection for one transaction alone.
 */
export class KnownRows<K, V> {
  readonly #known = new Map<K, V>();
  readonly #limit: number;

  constructor(session: Session, limit: number) {
    this.#limit = limit;
    session.onUndone(() => this.#known.clear());
  }

  get(key: K): V | undefined {
    return this.#known.get(key);
  }

  set(key: K, value: V): void {
    if (this.#known.size >= this.#limit && !this.#known.has(key)) this.#known.clear();
    this.#known.set(key, value);
  }

  forget(key: K): void {
    this.#known.delete(key);
  }
}
