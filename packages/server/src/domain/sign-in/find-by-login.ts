import type { Reading } from '#storage/unit-of-work.ts';
import { fullName, type User } from '../user/user.ts';

/**
 * Who is meant by what somebody signs in with: an e-mail address, or a name that nobody else has. The address goes
 * first, so that nobody can take another's place by calling themselves so.
 */
export async function findByLogin(work: Reading, portalId: number, login: string): Promise<User | undefined> {
  const wanted = normalLogin(login);
  if (wanted === '') return undefined;
  const byEmail = await work.users.findPersonByEmail(portalId, wanted);
  // Looked through in any case: whether an address is known must not show in how long it takes.
  const [only, another] = (await work.users.listPeople(portalId)).filter(
    (person) => person.isActive && [person.name, fullName(person)].some((name) => normalLogin(name) === wanted),
  );
  if (byEmail) return byEmail.isActive ? byEmail : undefined;
  return another ? undefined : only;
}

/** However it is written, it is one and the same. */
export function normalLogin(login: string): string {
  return login.trim().replace(/\s+/g, ' ').toLowerCase();
}
