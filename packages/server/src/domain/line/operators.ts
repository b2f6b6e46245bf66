import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Line } from './line.ts';

/** The people of a queue who work here, in its order; of a department all of them. */
export async function operatorsOf(work: Reading, line: Line): Promise<User[]> {
  const ids: number[] = [];
  for (const { kind, id } of line.queue)
    ids.push(...(kind === 'person' ? [id] : await work.names.listWorkingIn(line.portalId, [id])));
  const users = new Map((await work.users.findUsers([...new Set(ids)])).map((user) => [user.id, user]));
  return [...new Set(ids)].flatMap((id) => {
    const user = users.get(id);
    return user && isOperator(user, line.portalId) ? [user] : [];
  });
}

/** Whether visitors can be passed on to somebody. */
export function isOperator(user: User, portalId: number): boolean {
  return user.portalId === portalId && user.isActive && !user.isBot && !user.isExtranet;
}

/** Who of them is asked to take the next visitor. */
export async function choose(work: Reading, line: Line, operators: readonly User[]): Promise<readonly User[]> {
  if (line.distribution === 'all') return operators;
  let chosen: { readonly user: User; readonly sessions: number } | undefined;
  for (const user of operators) {
    const sessions = line.distribution === 'evenly' ? await work.lineSessions.countOpenOf(user.id) : 0;
    if (!chosen || sessions < chosen.sessions) chosen = { user, sessions };
  }
  return chosen ? [chosen.user] : [];
}
