import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { User } from './user.ts';

/** Whether somebody may run the portal: its people, applications and settings. */
export function canAdminister(user: Pick<User, 'isAdmin' | 'isActive' | 'isBot'>): boolean {
  return user.isAdmin && user.isActive && !user.isBot;
}

/** Those who may change what belongs to the whole portal. */
export function asAdministrator(user: User): Outcome<User, 'not_administrator'> {
  return canAdminister(user) ? done(user) : refused('not_administrator');
}
