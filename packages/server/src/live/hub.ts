/** Publishes happenings to the current listeners; nothing is kept for later ones. */
export class Hub<T> {
  readonly #listeners = new Set<(happening: T) => void>();

  publish(happening: T): void {
    for (const listener of this.#listeners) listener(happening);
  }

  /** The returned function ends it. */
  subscribe(listener: (happening: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
