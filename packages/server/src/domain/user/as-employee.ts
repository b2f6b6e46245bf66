import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { User } from './user.ts';

/** Those who work here, whom the company structure is shown to: neither guests nor bots. */
export function asEmployee(user: User): Outcome<User, 'not_employee'> {
  return user.isBot || user.isExtranet ? refused('not_employee') : done(user);
}
