import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from './user.ts';

/** Extranet guests see only those they share a chat with, and bots, which are there for everybody. */
export async function canSee(work: Reading, viewer: User, other: User): Promise<boolean> {
  if (viewer.portalId !== other.portalId) return false;
  if (!viewer.isExtranet || viewer.id === other.id || other.isBot) return true;
  return (await work.users.findSharedChat(viewer.id, other.id)) !== undefined;
}

export async function accessUser(
  work: Reading,
  viewer: User,
  id: number,
): Promise<Outcome<User, 'user_not_found' | 'user_denied'>> {
  const user = await work.users.findUser(id);
  if (user?.portalId !== viewer.portalId) return refused('user_not_found');
  return (await canSee(work, viewer, user)) ? done(user) : refused('user_denied');
}
