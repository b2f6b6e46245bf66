import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';

/*
 * What waits for a button to be pressed is not read by any of these (G16).
 */

/**
 * Marks `limit` of what somebody was told, that one and all newer ones, as read or as unread; answers how many were not so.
 */
export async function markFrom(
  work: UnitOfWork,
  person: User,
  fromId: number,
  isRead: boolean,
  limit: number,
): Promise<number> {
  const count = await work.notifications.updateReadFrom(person.id, fromId, isRead, limit);
  if (count > 0) announceChange(work, person);
  return count;
}

/** The same of these alone; those of other people stay as they are. */
export async function markThese(
  work: UnitOfWork,
  person: User,
  ids: readonly number[],
  isRead: boolean,
): Promise<void> {
  if ((await work.notifications.updateRead(person.id, ids, isRead)) > 0) announceChange(work, person);
}

export function announceChange(work: UnitOfWork, { portalId, id: userId }: Pick<User, 'portalId' | 'id'>): void {
  work.announce({ type: 'notificationsChanged', portalId, userId });
}
