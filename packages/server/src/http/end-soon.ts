import type { Duplex } from 'node:stream';
import type { Clock } from '#kit/clock.ts';

/** Milliseconds that the other side has to read what it was told, and to close its side. */
const WITHIN = 5_000;

/**
 * Says the last of a connection that Node does not look after any more: one that is no HTTP, or that was to be upgraded.
 * It would be half open for as long as the other side likes.
 */
export function endSoon(socket: Duplex, clock: Clock, text?: string): void {
  socket.end(text);
  // What still comes is read over, so that its end is noticed.
  socket.resume();
  socket.once(
    'close',
    clock.after(WITHIN, () => socket.destroy()),
  );
}
