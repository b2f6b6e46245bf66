import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from './user.ts';

/** Milliseconds after their last sign of life for which somebody counts as being there. */
const ONLINE_FOR = 15 * 60_000;

export function isOnline(user: Pick<User, 'lastActivityAt'>, now: number): boolean {
  return user.lastActivityAt !== null && isWithin(ONLINE_FOR, user.lastActivityAt, now);
}

/** A minute is as exact as anybody needs it, and spares a write with every message. */
const EXACT_TO = 60_000;

/** Whoever writes is there; that they have come is told to those who see them. */
export async function markActive(work: UnitOfWork, user: User): Promise<void> {
  if (isWithin(EXACT_TO, user.lastActivityAt ?? 0, work.now)) return;
  await work.users.updateLastActivity(user.id, work.now);
  if (!user.isBot && !isOnline(user, work.now)) announcePresence(work, user);
}

export function announcePresence(work: UnitOfWork, { portalId, id }: User): void {
  work.announce({ type: 'presenceChanged', portalId, userId: id });
}

/** A sign of life from later than now was given before the clock of the machine was set back: it says nothing. */
function isWithin(milliseconds: number, at: number, now: number): boolean {
  return at <= now && now - at < milliseconds;
}
