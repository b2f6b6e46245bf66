import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import { listRecent, RecentSearch } from '#domain/recent/list-recent.ts';
import type { RecentQuery } from '#domain/recent/recent-place.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { type PresentedRecent, presentRecent } from './present.ts';

/** What the steps of a list have found. */
export class RecentTold {
  readonly search = new RecentSearch();
  readonly items: PresentedRecent[] = [];
}

export interface RecentRequest extends RecentQuery {
  /** Texts of messages are told as they were written. */
  readonly isOriginal: boolean;
}

/** Adds what the next step finds. */
export async function tellRecent(
  work: Reading,
  { user, origin }: ApiCaller,
  request: RecentRequest,
  told: RecentTold,
): Promise<{ readonly isLast: boolean; readonly hasMore: boolean }> {
  const { chats, isLast, hasMore } = await listRecent(work, user, request, told.search);
  for (const chat of chats) told.items.push(await presentRecent(work, chat, origin, request.isOriginal));
  return { isLast, hasMore };
}
