import { lookup, writingLookup } from '#api/kernel/definition/lookup.ts';
import type { User } from '#domain/user/user.ts';
import type { Outcome } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { NO_ID } from '../basic/no-id.ts';

/*
 * Look-ups for a bot that acts. Whether it is the caller's was asked by rows above theirs.
 */

/** Defines a look-up that is given the bot as a user, and the id of it in front of what it is about. */
export function lookupAsBot<V, const R extends string, A extends readonly unknown[]>(
  refuses: readonly R[],
  find: (work: Reading, bot: User, ...about: A) => Promise<Outcome<V, NoInfer<R>>>,
) {
  return lookup(refuses, async ({ work }, botId: number | undefined, ...about: A) =>
    find(work, await userNamed(work, botId), ...about),
  );
}

/** The same for one that makes what is not there yet, or locks what it finds. */
export function writingLookupAsBot<V, const R extends string, A extends readonly unknown[]>(
  refuses: readonly R[],
  find: (work: UnitOfWork, bot: User, ...about: A) => Promise<Outcome<V, NoInfer<R>>>,
) {
  return writingLookup(refuses, async ({ work }, botId: number | undefined, ...about: A) =>
    find(work, await userNamed(work, botId), ...about),
  );
}

async function userNamed(work: Reading, botId: number | undefined): Promise<User> {
  const user = await work.users.findUser(botId ?? NO_ID);
  if (!user) throw new Error(`A row for the bot ${botId} is missing above`);
  return user;
}
