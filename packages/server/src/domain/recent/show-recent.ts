import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { orderPlaces } from './order-places.ts';
import { describeRecent, lookAtPlace, type RecentChat, readPlaces } from './recent-chat.ts';

/** Whatever is listed at all. */
const ANY = { skips: [], unreadOnly: false, offset: 0 } as const;

/** One chat as it stands in somebody's list of recent ones; undefined: it does not. */
export async function showRecent(work: Reading, user: User, chatId: number): Promise<RecentChat | undefined> {
  const [place] = orderPlaces(await work.recent.listPlacesAfter(user.id, chatId - 1, 1), ANY);
  if (place?.chatId !== chatId) return undefined;
  const looked = await lookAtPlace(work, user, place, ANY, await readPlaces(work, user, [place]));
  return looked && describeRecent(work, user, looked);
}
