import { tokens } from '#kit/words.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { onPage, type PageAsked } from './name-search.ts';
import { wordsOfPhrase } from './phrase.ts';

export interface FoundUsers {
  /** By id. */
  readonly users: readonly User[];
  /** How many there are in all. */
  readonly total: number;
}

export interface UsersAsked extends PageAsked {
  readonly phrase: string;
  /** Neither guests nor bots. */
  readonly employeesOnly: boolean;
}

/**
 * Those whose names, jobs or departments have words that begin as those of the phrase do (G45). Guests find of people
 * those they share a chat with (G46); hidden bots and those who were dismissed nobody finds.
 */
export async function findUsers(work: Reading, viewer: User, asked: UsersAsked): Promise<FoundUsers> {
  const words = wordsOfPhrase(asked.phrase);
  if (words.length === 0) return { users: [], total: 0 };
  const { portalId } = viewer;
  // Guests are not told of departments, nor who is in one whose name they guess (G46).
  const known = viewer.isExtranet ? [] : await work.departments.listOfPortal(portalId);
  const departments = known.map(({ id, name }) => ({ id, words: tokens(name) }));
  const ids = await work.names.listUsers({
    portalId,
    words: words.map((word) => ({
      word,
      departmentIds: departments.flatMap((one) => (one.words.some((its) => its.startsWith(word)) ? [one.id] : [])),
    })),
    employeesOnly: asked.employeesOnly,
    contactsOf: viewer.isExtranet ? viewer.id : undefined,
  });
  return { users: await work.users.findUsers(onPage(ids, asked)), total: ids.length };
}
