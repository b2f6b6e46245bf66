import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { EventReader, FetchedEvent, FetchedPage, FetchWish } from './fetched-event.ts';

/** Something has to be written before the page can be read: see {@link prepareFetch}. */
export const NOT_PREPARED: unique symbol = Symbol('not prepared');

/**
 * The events of these receivers that are not confirmed, by number. All of them are confirmed by one offset (V33).
 *
 * @param isPrepared it was prepared for this very wish: what came since may have no number yet, and waits for the next page,
 *   unless there is nothing else
 */
export async function fetchPage(
  work: Reading,
  receiverIds: readonly number[],
  { offset, limit }: FetchWish,
  isPrepared: boolean,
): Promise<FetchedPage | typeof NOT_PREPARED> {
  const readers: EventReader[] = [];
  for (const id of receiverIds) readers.push(await work.fetches.getReader(id));
  const confirmed = Math.max(0, ...readers.map((reader) => reader.confirmed));
  const isNoted = readers.every((reader) => wasJustThere(reader, work.now));
  if (!isPrepared && (offset > confirmed || !isNoted)) return NOT_PREPARED;
  const found: FetchedEvent[] = [];
  for (const id of receiverIds) found.push(...(await work.fetches.listNumbered(id, limit + 1)));
  found.sort((a, b) => a.number - b.number);
  const events = found.slice(0, limit);
  const isFull = found.length > limit;
  const hasUnnumbered = !isFull && (await isSomethingUnnumbered(work, receiverIds));
  // What came behind the preparation waits for the next page, but never where this one is empty: its reader may wait.
  if (hasUnnumbered && (!isPrepared || events.length === 0)) return NOT_PREPARED;
  const last = events.at(-1);
  return {
    events,
    nextOffset: last ? last.number + 1 : Math.max(confirmed, offset),
    hasMore: isFull || hasUnnumbered,
  };
}

/** Confirms what was dealt with, gives numbers to what a page may hold, and notes that somebody asked. */
export async function prepareFetch(
  work: UnitOfWork,
  portalId: number,
  receiverIds: readonly number[],
  { offset, limit }: FetchWish,
): Promise<void> {
  // Whoever comes later has later numbers: they are given in the order of commits.
  const last = await work.fetches.lockLine(portalId);
  for (const id of receiverIds) {
    const reader = await work.fetches.getReader(id);
    if (offset > reader.confirmed) await work.fetches.updateConfirmed(id, offset, work.now);
    if (!wasJustThere(reader, work.now)) await work.fetches.updateFetchedAt(id, work.now);
  }
  const given = await work.fetches.updateNumbered(receiverIds, last, limit + 1);
  if (given > 0) await work.fetches.updateLine(portalId, last + given);
}

/** Most calls find nothing, and are to write nothing: that somebody asks is noted once in so many milliseconds. */
const NOTED_EVERY = 60_000;

function wasJustThere({ fetchedAt }: EventReader, now: number): boolean {
  return fetchedAt !== null && Math.abs(now - fetchedAt) < NOTED_EVERY;
}

/** An offset that is too high confirms what has a number, and never what comes later (V35). */
export async function upToLast(work: Reading, portalId: number, offset: number): Promise<number> {
  return offset <= 0 ? 0 : Math.min(offset, (await work.fetches.getLast(portalId)) + 1);
}

async function isSomethingUnnumbered(work: Reading, receiverIds: readonly number[]): Promise<boolean> {
  for (const id of receiverIds) if (await work.fetches.findUnnumbered(id)) return true;
  return false;
}
