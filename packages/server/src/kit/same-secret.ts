import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two texts are the same: in the same time wherever they differ, and however long they are. */
export function isSameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
