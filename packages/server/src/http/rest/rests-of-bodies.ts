import type { IncomingMessage } from 'node:http';

/** How much is read over, in bytes and milliseconds, and for how long its sender may pause. */
interface Bounds {
  readonly most: number;
  readonly longest: number;
  readonly silence: number;
}

const MB = 1024 * 1024;
const USUAL: Bounds = { most: 16 * MB, longest: 2_000, silence: 2_000 };
/** Of a few at once: a file that is far too large, over a slow line. */
const LONG: Bounds = { most: 1024 * MB, longest: 30_000, silence: 5_000 };
const LONG_AT_ONCE = 16;

/**
 * What is left of bodies that are refused. Many clients read an answer only after they have sent all they have, and never
 * read it where the connection is closed meanwhile: the answer is sent first, then the rest is read over, up to a bound.
 */
export class RestsOfBodies {
  readonly #bounds: { readonly usual: Bounds; readonly long: Bounds };
  #long = 0;

  constructor(bounds = { usual: USUAL, long: LONG }) {
    this.#bounds = bounds;
  }

  /** Resolves when all of it was read, or as much as is read of it. */
  async readOver(request: IncomingMessage): Promise<void> {
    const isLong = this.#long < LONG_AT_ONCE;
    if (!isLong) return readOver(request, this.#bounds.usual);
    this.#long += 1;
    await readOver(request, this.#bounds.long);
    this.#long -= 1;
  }
}

function readOver(request: IncomingMessage, { most, longest, silence }: Bounds): Promise<void> {
  return new Promise((resolve) => {
    let left = most;
    const timers = [setTimeout(done, longest), setTimeout(done, silence)] as const;
    function done(): void {
      for (const timer of timers) clearTimeout(timer);
      request.off('data', drop);
      request.pause();
      resolve();
    }
    function drop(chunk: Buffer): void {
      left -= chunk.length;
      if (left < 0) done();
      else timers[1].refresh();
    }
    request.on('data', drop).once('end', done).once('close', done);
    request.resume();
  });
}
