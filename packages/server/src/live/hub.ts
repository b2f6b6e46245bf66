import type { Notice, Tried } from '../delivery/delivery.ts';
import type { Change } from '../domain/event.ts';

/** What those who watch the portal see happen. */
export type Happening =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'tried'; readonly tried: Tried }
  | { readonly kind: 'notice'; readonly notice: Notice };

/** Passes on what happened to whoever listens now; nothing is kept for those who come later. */
export class Hub {
  readonly #listeners = new Set<(happening: Happening) => void>();

  publish(happening: Happening): void {
    for (const listener of this.#listeners) listener(happening);
  }

  /** The returned function ends it. */
  subscribe(listener: (happening: Happening) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
