import { done, type Outcome, refused } from '../../kit/outcome.ts';
import type { User } from './user.ts';

/** Those who may change what belongs to the whole portal. */
export function asAdministrator(user: User): Outcome<User, 'not_administrator'> {
  return user.isAdmin ? done(user) : refused('not_administrator');
}
