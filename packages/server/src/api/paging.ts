import { Page } from './kernel/envelope.ts';
import { toInteger } from './kernel/read.ts';

/** Items of a page in the lists that have `start`; nobody can ask for another size. */
const PAGE_SIZE = 50;

/**
 * The page that `start` falls into. -1 asks for the first one without counting, as those do who read on from the last
 * id: then the total is 0 and nothing is said of a next page. Only the items of the page are presented.
 */
export function pageOf<T>(items: readonly T[], start: unknown, present: (item: T) => unknown): Page {
  const from = toInteger(start) ?? 0;
  const at = Math.max(0, Math.floor(from / PAGE_SIZE) * PAGE_SIZE);
  const shown = items.slice(at, at + PAGE_SIZE).map(present);
  if (from < 0) return new Page(shown, 0);
  return new Page(shown, items.length, at + PAGE_SIZE < items.length ? at + PAGE_SIZE : undefined);
}
