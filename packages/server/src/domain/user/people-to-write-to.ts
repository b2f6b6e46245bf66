import type { Reading } from '#storage/unit-of-work.ts';
import { listBots } from '../bot/list-bots.ts';
import { findUsers } from '../search/find-users.ts';
import { fullName, type User } from './user.ts';
import { visiblePeople } from './visible-users.ts';

/**
 * People and bots that somebody can write to, by name: those whom the phrase finds, or everybody where nothing is asked
 * for. Not themselves.
 */
export async function peopleToWriteTo(work: Reading, viewer: User, phrase: string, limit: number): Promise<User[]> {
  const found =
    phrase.trim() === ''
      ? await everybody(work, viewer)
      : (await findUsers(work, viewer, { phrase, employeesOnly: false, limit: limit + 1, offset: 0 })).users;
  return found
    .filter(({ id, isActive }) => isActive && id !== viewer.id)
    .sort((one, other) => fullName(one).localeCompare(fullName(other)) || one.id - other.id)
    .slice(0, limit);
}

async function everybody(work: Reading, viewer: User): Promise<User[]> {
  const bots = (await listBots(work, viewer.portalId)).map(({ user }) => user);
  return [...(await visiblePeople(work, viewer)), ...bots];
}
