import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '#kit/clock.ts';
import type { Store } from '#storage/store.ts';

export type Readiness = 'ready' | 'database unavailable' | 'disk full';

/** A database that does not answer within so many milliseconds is none. */
const ANSWERS_WITHIN = 2_000;
/** Bytes. With less, one small call may still be taken, and the next one is not. */
const LEAST_ROOM = 2_000_000;

/**
 * Whether the portal takes calls that write. All who ask meanwhile share one look.
 *
 * @param databaseFile undefined: the database looks after its disk itself
 */
export function readinessOf(store: Store, clock: Clock, databaseFile: string | undefined): () => Promise<Readiness> {
  let asked: Promise<Readiness> | undefined;
  const look = async (): Promise<Readiness> => {
    if (databaseFile !== undefined && (await roomAt(dirname(databaseFile))) < LEAST_ROOM) return 'disk full';
    return (await takesUnits(store, clock)) ? 'ready' : 'database unavailable';
  };
  return () => {
    asked ??= look().finally(() => {
      asked = undefined;
    });
    return asked;
  };
}

async function roomAt(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    // A file system that does not say: a write will.
    return Number.POSITIVE_INFINITY;
  }
}

function takesUnits(store: Store, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const callOff = clock.after(ANSWERS_WITHIN, () => resolve(false));
    store
      .write(async () => undefined)
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(callOff);
  });
}
