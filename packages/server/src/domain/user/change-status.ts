import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { announcePresence } from './presence.ts';
import type { User } from './user.ts';
import type { UserStatus } from './user-status.ts';

const MINUTE = 60_000;

/** Says how somebody wants to be spoken to. Nothing is counted otherwise by it, and being away is something else (G49). */
export async function setStatus(work: UnitOfWork, user: User, status: UserStatus): Promise<Outcome<true>> {
  if (user.status === status) return done(true);
  await work.users.updateStatus(user.id, status);
  announcePresence(work, user);
  return done(true);
}

/** Somebody has been away from their screen for so many minutes. */
export async function beginIdle(work: UnitOfWork, user: User, minutes: number): Promise<Outcome<true>> {
  await work.users.updateIdleSince(user.id, work.now - minutes * MINUTE);
  announcePresence(work, user);
  return done(true);
}

export async function endIdle(work: UnitOfWork, user: User): Promise<Outcome<true>> {
  if (user.idleSince === null) return done(true);
  await work.users.updateIdleSince(user.id, null);
  announcePresence(work, user);
  return done(true);
}
