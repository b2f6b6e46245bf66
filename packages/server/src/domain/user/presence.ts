import type { User } from './user.ts';

/** Milliseconds after their last sign of life for which somebody counts as being there. */
export const ONLINE_FOR = 15 * 60_000;

export function isOnline(user: Pick<User, 'lastActivityAt'>, now: number): boolean {
  return user.lastActivityAt !== null && now - user.lastActivityAt < ONLINE_FOR;
}
