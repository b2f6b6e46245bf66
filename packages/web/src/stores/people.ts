import type { User } from '@botyard/client';
import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';

/** Everybody whose name has come up, bots too. */
export const usePeople = defineStore('people', () => {
  const users = shallowReactive(new Map<number, User>());

  function learn(told: readonly User[]): void {
    for (const user of told) users.set(user.id, user);
  }

  return { users, learn, find: (id: number) => users.get(id) };
});
