import type { Change } from '#domain/event.ts';

type Listener = (changes: readonly Change[]) => void;

/** Tells listeners what was committed. One that throws is reported: those who write and listen beside it go on. */
export class Announcements {
  readonly #listeners: Listener[] = [];
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void = () => undefined) {
    this.#onError = onError;
  }

  add(listener: Listener): void {
    this.#listeners.push(listener);
  }

  tell(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        listener(changes);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
