import { OPEN_CHANNEL } from '../chat/entity-types.ts';
import type { RecentKind, RecentPlace, RecentQuery } from './recent-place.ts';

/** The chats that are asked for, as far as their places tell: pinned ones first, then by their newest line (G29). */
export function orderPlaces(places: readonly RecentPlace[], query: RecentQuery): RecentPlace[] {
  return places
    .filter((place) => isListed(place) && isAskedFor(place, query))
    .sort((a, b) => Number(b.isPinned) - Number(a.isPinned) || b.newestId - a.newestId);
}

/** There is a line in it that they can read and that came after they hid it. */
function isListed({ newestId, historyAfter, hiddenUpTo }: RecentPlace): boolean {
  return newestId > historyAfter && newestId > hiddenUpTo;
}

function isAskedFor(place: RecentPlace, { skips, before, unreadOnly }: RecentQuery): boolean {
  if (skips.includes(kindOf(place)) || (before !== undefined && place.isPinned)) return false;
  return !unreadOnly || place.isMarked || hasUnreadLines(place);
}

/** Whoever wrote them: own lines are told apart by counting. */
function hasUnreadLines({ newestId, lastReadId }: Pick<RecentPlace, 'newestId' | 'lastReadId'>): boolean {
  return newestId > lastReadId;
}

function kindOf({ chatType, entityType }: RecentPlace): RecentKind {
  if (entityType === OPEN_CHANNEL) return 'openChannel';
  return chatType === 'private' ? 'private' : 'group';
}
