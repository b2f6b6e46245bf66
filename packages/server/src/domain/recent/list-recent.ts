import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { type BeginningQuery, beginningOf, MORE } from './known-beginning.ts';
import { orderPlaces } from './order-places.ts';
import { describeRecent, lookAtPlace, type PlacesRead, type RecentChat, readPlaces, writtenAt } from './recent-chat.ts';
import type { NewestLine, RecentPlace, RecentQuery } from './recent-place.ts';

/** Somebody with no more chats than these has all of them looked up at once. */
const FEW = 100;
/** Chats whose places are looked up in one step; more, where the database itself tells which of them come first. */
const PLACES = 1_000;
const SORTED = 4_000;
/** Chats that are looked at in one step, and those of them that are told of: a few milliseconds of each. */
const LOOKED_AT = 500;
const TOLD = 64;
/** Members of these that are looked at in one step. */
const MEMBERS = 20_000;

/** How far a list has come; it is made in steps, each a unit of its own. */
export class RecentSearch {
  readonly places: RecentPlace[] = [];
  /** The chat that was looked up last. */
  afterId = 0;
  /** Of the chats up to one those that were written in last, where no more are wanted. */
  newest: readonly NewestLine[] = [];
  sortedUpTo = 0;
  /** All lines up to this one are considered in that; undefined: not begun. */
  linesUpTo: number | undefined;
  /** These alone did not tell which come first. */
  isEachWanted = false;
  /** The chats that are asked for, in their order; undefined: they are not all looked up yet. */
  order: readonly RecentPlace[] | undefined;
  /** Of these the next one. */
  at = 0;
  /** How many were passed over, and told of. */
  passed = 0;
  told = 0;
}

export interface RecentStep {
  /** Those that follow what the steps before found. */
  readonly chats: readonly RecentChat[];
  /** Nothing follows them that is asked for. */
  readonly isLast: boolean;
  /** There are more than were asked for. */
  readonly hasMore: boolean;
}

/** The next step of a list of somebody's recent chats. */
export async function listRecent(
  work: Reading,
  user: User,
  query: RecentQuery,
  search: RecentSearch,
): Promise<RecentStep> {
  if (!search.order && !(await findOrder(work, user, query, search)))
    return { chats: [], isLast: false, hasMore: false };
  return tellNext(work, user, query, search);
}

/** Whether the order is known now. */
async function findOrder(work: Reading, user: User, query: RecentQuery, search: RecentSearch): Promise<boolean> {
  const isFirst = search.afterId === 0;
  if (hasKnownEnd(query) && !search.isEachWanted)
    if (isFirst) {
      const known = await work.recent.findOrder(user.id);
      const order = known && (await beginningOf(work, user, query, known));
      if (order) return begin(work, query, search, order);
    } else return findBeginning(work, user, query, search);
  const limit = isFirst ? FEW : PLACES;
  const found = await work.recent.listPlacesAfter(user.id, search.afterId, limit);
  search.places.push(...found);
  search.afterId = found.at(-1)?.chatId ?? search.afterId;
  const isWhole = found.length < limit;
  const order = isWhole ? orderPlaces(search.places, query) : isFirst && (await newestPart(work, user, query));
  return order ? begin(work, query, search, order) : false;
}

async function begin(
  work: Reading,
  query: RecentQuery,
  search: RecentSearch,
  order: readonly RecentPlace[],
): Promise<true> {
  search.order = order;
  await passOver(work, query, search);
  return true;
}

/** So many from the beginning of the order are all that can be asked for, and their places alone tell which. */
function hasKnownEnd(query: RecentQuery): query is BeginningQuery {
  return hasLimit(query) && query.skips.length === 0 && !looksAtEach(query);
}

function hasLimit(query: RecentQuery): query is BeginningQuery {
  return query.limit !== undefined;
}

/** The same for somebody with many chats: of each part of these no more is taken than can be told of. */
async function findBeginning(work: Reading, user: User, query: BeginningQuery, search: RecentSearch): Promise<boolean> {
  search.linesUpTo ??= await work.recent.getNewestId();
  const terms = { count: SORTED, limit: query.offset + query.limit + MORE };
  const part = await work.recent.findNewestAfter(user.id, search.sortedUpTo, terms);
  if (part) {
    search.sortedUpTo = part.lastId;
    search.newest = [...search.newest, ...part.newest];
    return false;
  }
  const newest = await work.recent.getOrder(user.id, search.newest, search.linesUpTo);
  const order = await beginningOf(work, user, query, newest);
  search.isEachWanted = !order;
  return order ? begin(work, query, search, order) : false;
}

/**
 * The beginning of the order where no more is asked for: the chats that were written in lately, found without looking at
 * all the others. Whoever asks for what only looking at each chat can tell has to wait for that.
 */
async function newestPart(work: Reading, user: User, query: RecentQuery): Promise<RecentPlace[] | undefined> {
  if (!hasLimit(query) || looksAtEach(query)) return undefined;
  const found = await work.recent.listInNewestLines(user.id);
  if (found.length <= query.offset + query.limit) return undefined;
  const newest = await work.recent.getOrder(user.id, found, await work.recent.getNewestId());
  return beginningOf(work, user, query, newest);
}

function looksAtEach({ unreadOnly, before, activeSince, changedSince }: RecentQuery): boolean {
  return unreadOnly || before !== undefined || activeSince !== undefined || changedSince !== undefined;
}

/** What need not be looked at to be passed over. */
async function passOver(work: Reading, query: RecentQuery, search: RecentSearch): Promise<void> {
  if (query.before !== undefined) search.at = await firstBefore(work, search.order ?? [], query.before);
  if (looksAtEach(query)) return;
  search.at = query.offset;
  search.passed = query.offset;
}

/** Where those begin whose newest line is older than that: ids follow the time. */
async function firstBefore(work: Reading, order: readonly RecentPlace[], before: number): Promise<number> {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = order[middle];
    if (place && ((await writtenAt(work, place)) ?? before) >= before) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function tellNext(work: Reading, user: User, query: RecentQuery, search: RecentSearch): Promise<RecentStep> {
  const { order = [] } = search;
  const chats: RecentChat[] = [];
  const until = search.at + LOOKED_AT;
  let members = 0;
  let read: PlacesRead | undefined;
  let readUpTo = search.at;
  for (; search.at < order.length; search.at += 1) {
    if (search.at >= until || chats.length >= TOLD || members > MEMBERS)
      return { chats, isLast: false, hasMore: false };
    if (!read || search.at === readUpTo) {
      const places = order.slice(search.at, search.at + readTogether(query, search));
      read = await readPlaces(work, user, places);
      readUpTo = search.at + places.length;
    }
    const looked = await lookAtPlace(work, user, order[search.at] as RecentPlace, query, read);
    if (!looked) continue;
    if (search.told === query.limit) return { chats, isLast: true, hasMore: true };
    if (search.passed < query.offset) search.passed += 1;
    else {
      const chat = await describeRecent(work, user, looked);
      members += chat.group?.memberCount ?? 0;
      chats.push(chat);
      search.told += 1;
    }
  }
  return { chats, isLast: true, hasMore: false };
}

/** How many places are worth being looked up at once: no more than can be told of, where each is. */
function readTogether(query: RecentQuery, { told }: RecentSearch): number {
  if (query.limit === undefined || looksAtEach(query)) return TOLD;
  // And one to see whether there are more.
  return Math.min(TOLD, query.limit - told + 1);
}
