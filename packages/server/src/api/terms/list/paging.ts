import { Page } from '#api/kernel/definition/page.ts';
import { toInteger } from '#api/kernel/wire/read.ts';

/** Items of a page in the lists that have `start`; nobody can ask for another size. */
const PAGE_SIZE = 50;

/**
 * The page that `start` falls into. -1 asks for the first one without counting, as those do who read on from the last
 * id: then the total is 0 and nothing is said of a next page. Only the items of the page are presented.
 */
export function pageOf<T, U>(items: readonly T[], start: unknown, present: (item: T) => U): Page<U> {
  const from = offsetOf(start);
  return toPage(start, items.slice(from, from + PAGE_SIZE).map(present), items.length);
}

/** The same where only the page is read. */
export async function readPage<T, U>(
  start: unknown,
  total: number,
  read: (limit: number, offset: number) => Promise<readonly T[]>,
  present: (item: T) => U,
): Promise<Page<U>> {
  return toPage(start, (await read(PAGE_SIZE, offsetOf(start))).map(present), total);
}

/** The answer with such a part of a list, where the next one begins. */
export function partOf<R>(
  shown: R,
  total: number,
  { OFFSET, LIMIT }: { readonly OFFSET: number; readonly LIMIT: number },
): Page<unknown, R> {
  const next = OFFSET + LIMIT;
  return new Page<unknown, R>(shown, total, next < total ? next : undefined);
}

function offsetOf(start: unknown): number {
  return Math.max(0, Math.floor((toInteger(start) ?? 0) / PAGE_SIZE) * PAGE_SIZE);
}

function toPage<U>(start: unknown, shown: readonly U[], total: number): Page<U> {
  if ((toInteger(start) ?? 0) < 0) return new Page(shown, 0);
  const next = offsetOf(start) + PAGE_SIZE;
  return new Page(shown, total, next < total ? next : undefined);
}
