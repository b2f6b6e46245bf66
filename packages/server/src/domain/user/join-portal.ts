import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { recordPublicEvent } from '../record-event.ts';
import type { User } from './user.ts';

/** Somebody comes by an invitation; those who asked for it are told, unless they were among the portal's people before. */
export async function joinPortal(work: UnitOfWork, person: User): Promise<User> {
  const joined = { ...person, isInvited: false };
  await work.users.updateUser(joined, work.now);
  if (person.isInvited) await announceJoining(work, joined);
  return joined;
}

export function announceJoining(work: UnitOfWork, { portalId, id }: User): Promise<void> {
  return recordPublicEvent(work, portalId, { type: 'userAdded', userId: id, personId: id });
}
