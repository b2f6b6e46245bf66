import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from './user.ts';

/** Ids in one query: databases limit how many placeholders a statement may have. */
const CHUNK = 500;

/** All people of the portal whom the viewer may see, by id; no bots. */
export async function visiblePeople(work: Reading, viewer: User): Promise<User[]> {
  const isSeen = await visibilityFor(work, viewer);
  return (await work.users.listPeople(viewer.portalId)).filter(isSeen);
}

/** Those of the ids that the viewer may see, by id; bots are visible to everybody. Other ids are left out without an error. */
export async function visibleUsers(work: Reading, viewer: User, ids: readonly number[]): Promise<User[]> {
  const isSeen = await visibilityFor(work, viewer);
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  const found: User[] = [];
  for (let at = 0; at < sorted.length; at += CHUNK)
    found.push(...(await work.users.findUsers(sorted.slice(at, at + CHUNK))));
  return found.filter(isSeen);
}

/** The rule of `canSee` for many users: the viewer's contacts are looked up once. */
async function visibilityFor(work: Reading, viewer: User): Promise<(user: User) => boolean> {
  const isOfPortal = (user: User) => user.portalId === viewer.portalId;
  if (!viewer.isExtranet) return isOfPortal;
  const contacts = new Set([viewer.id, ...(await work.users.listContactsOf(viewer.id))]);
  return (user) => isOfPortal(user) && (user.isBot || contacts.has(user.id));
}
