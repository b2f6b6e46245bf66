import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from './user.ts';

/** Ids in one query: databases limit how many placeholders a statement may have. */
const CHUNK = 500;

/** Every person of the portal that the viewer may know of, by id; no bots. */
export async function peopleInSight(work: Reading, viewer: User): Promise<User[]> {
  const isSeen = await sightOf(work, viewer);
  return (await work.users.listPeople(viewer.portalId)).filter(isSeen);
}

/** Those of the ids that the viewer may know of, by id; bots are there for everybody. Others are left out in silence. */
export async function usersInSight(work: Reading, viewer: User, ids: readonly number[]): Promise<User[]> {
  const isSeen = await sightOf(work, viewer);
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  const found: User[] = [];
  for (let at = 0; at < sorted.length; at += CHUNK)
    found.push(...(await work.users.findUsers(sorted.slice(at, at + CHUNK))));
  return found.filter(isSeen);
}

/** The same rule as for one, see `canSee`, with the viewer's contacts looked up once. */
async function sightOf(work: Reading, viewer: User): Promise<(user: User) => boolean> {
  const isOfPortal = (user: User) => user.portalId === viewer.portalId;
  if (!viewer.isExtranet) return isOfPortal;
  const contacts = new Set([viewer.id, ...(await work.users.listContactsOf(viewer.id))]);
  return (user) => isOfPortal(user) && (user.isBot || contacts.has(user.id));
}
