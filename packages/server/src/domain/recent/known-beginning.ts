import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { orderPlaces } from './order-places.ts';
import type { NewestLine, RecentPlace, RecentQuery } from './recent-place.ts';

/** A query for so many from the beginning of the order, where the places alone tell which these are. */
export type BeginningQuery = RecentQuery & { readonly limit: number };

/** Chats that are looked up beyond those that are asked for: some of them may be hidden. */
export const MORE = 10;

/**
 * The beginning of somebody's recent chats, of what is known of the order in which these were written in. undefined: it
 * cannot be told from that, because too few chats are known or listed, or because lines were taken out.
 */
export async function beginningOf(
  work: Reading,
  user: User,
  query: BeginningQuery,
  newest: readonly NewestLine[],
): Promise<RecentPlace[] | undefined> {
  const wanted = query.offset + query.limit;
  const looked = query.skips.length === 0 ? wanted + MORE : newest.length;
  const first = new Map(newest.slice(0, looked).map(({ chatId, newestId }) => [chatId, newestId]));
  const others = (await work.recent.listPlacesIn(user.id, [...first.keys()])).filter(({ isPinned }) => !isPinned);
  if (others.some(({ chatId, newestId }) => newestId < (first.get(chatId) ?? 0))) return undefined;
  const order = orderPlaces([...(await work.recent.listPinned(user.id)), ...others], query);
  return order.length > wanted ? order : undefined;
}
