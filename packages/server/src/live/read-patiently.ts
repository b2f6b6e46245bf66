import { setTimeout } from 'node:timers/promises';
import { StoreUnavailable } from '#storage/session.ts';
import type { Store } from '#storage/store.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** Milliseconds before each further try. A lost connection is replaced at once; a database that starts anew takes seconds. */
const PAUSES = [0, 100, 500, 2_000];

/**
 * Reads what is to be told of something that happened. The database may be away for a moment, and what happened is told
 * all the same.
 *
 * @throws {StoreUnavailable} when it is away for longer
 */
export async function readPatiently<T>(store: Store, read: (work: Reading) => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await store.read(read);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      // Not the portal's clock: the store is not on it. Nobody stays for this when the program ends.
      await setTimeout(pause, undefined, { ref: false });
    }
  }
  return store.read(read);
}
