import type { User } from '@botyard/client';
import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { call } from '../calls.ts';
import { now } from '../kit/now.ts';
import { soon } from './soon.ts';

/** Milliseconds after their last sign of life for which somebody counts as being there; as the portal counts it. */
const ONLINE_FOR = 15 * 60_000;

/** An answer can be overtaken by what the portal tells meanwhile; nobody's last sign of life goes back. */
function isOlder(told: User, known: User | undefined): boolean {
  const [then, now] = [lastSign(told), lastSign(known)];
  return then !== undefined && now !== undefined && then < now;
}

function lastSign(user: User | undefined): number | undefined {
  return user?.last_activity_date ? Date.parse(user.last_activity_date) : undefined;
}

/** Everybody whose name has come up, bots too. */
export const usePeople = defineStore('people', () => {
  const users = shallowReactive(new Map<number, User>());
  const wanted = new Set<number>();
  const asked = new Set<number>();

  function learn(told: readonly User[]): void {
    for (const user of told) if (!isOlder(user, users.get(user.id))) users.set(user.id, user);
  }

  const load = soon(async () => {
    const ids = [...wanted];
    wanted.clear();
    try {
      learn(Object.values(await call('im.user.list.get', { ID: ids })).filter((user) => user !== null));
    } catch {
      for (const id of ids) asked.delete(id);
    }
  });

  /** Somebody who is shown, and asked for where nothing is known of them yet. */
  function need(id: number): User | undefined {
    const user = users.get(id);
    if (!user && id > 0 && !asked.has(id)) {
      asked.add(id);
      wanted.add(id);
      load();
    }
    return user;
  }

  function isOnline(id: number): boolean {
    const user = users.get(id);
    if (!user || user.bot || user.idle !== false || user.last_activity_date === false) return false;
    return now.value - Date.parse(user.last_activity_date) < ONLINE_FOR;
  }

  return { users, learn, need, isOnline, find: (id: number) => users.get(id) };
});
