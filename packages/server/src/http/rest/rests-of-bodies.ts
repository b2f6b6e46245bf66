import type { IncomingMessage } from 'node:http';

/** Bytes and milliseconds: most clients read an answer only after they have sent all they have. */
const MOST = 16 * 1024 * 1024;
const LONGEST = 2_000;

/** Reads over what is left of a body that is refused, so that its sender comes to read the answer. */
export function drained(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let left = MOST;
    const timer = setTimeout(done, LONGEST);
    function done(): void {
      clearTimeout(timer);
      request.off('data', drop);
      request.pause();
      resolve();
    }
    function drop(chunk: Buffer): void {
      left -= chunk.length;
      if (left < 0) done();
    }
    request.on('data', drop).once('end', done).once('close', done);
    request.resume();
  });
}
