import type { User } from '@botyard/client';
import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { call } from '../calls.ts';
import { ask, ME } from '../commands.ts';
import { session } from '../session.ts';
import { usePeople } from './people.ts';

/** Of a chat with more members they are looked for by name. */
const MOST = 200;
/** Milliseconds for which the members of a chat are taken for who they are. */
const GOOD_FOR = 60_000;

/** Whom one can mention in each dialog. */
export const useMembers = defineStore('members', () => {
  const byDialog = shallowReactive(new Map<string, readonly User[]>());
  const loadedAt = new Map<string, number>();
  /** Of which there are more than are known here. */
  const large = new Set<string>();

  function put(dialogId: string, members: readonly User[]): void {
    usePeople().learn(members);
    byDialog.set(
      dialogId,
      members.filter(({ id, active }) => id !== session.userId && active),
    );
  }

  async function load(dialogId: string): Promise<void> {
    if (Date.now() - (loadedAt.get(dialogId) ?? 0) < GOOD_FOR) return;
    loadedAt.set(dialogId, Date.now());
    try {
      const members = await call('im.dialog.users.list', { DIALOG_ID: dialogId, LIMIT: MOST });
      if (members.length === MOST) large.add(dialogId);
      put(dialogId, members);
    } catch {
      loadedAt.delete(dialogId);
    }
  }

  /** Has those of the name known, too; who is typed on past it stays known. */
  async function find(dialogId: string, name: string): Promise<void> {
    await load(dialogId);
    if (!large.has(dialogId) || name === '') return;
    const { users } = await ask('dialog.people', { as: ME, dialogId, find: name }).catch(() => ({ users: [] }));
    const known = byDialog.get(dialogId) ?? [];
    const more = users.filter(({ id }) => !known.some((one) => one.id === id));
    if (more.length > 0) put(dialogId, [...known, ...more]);
  }

  return { find, of: (dialogId: string) => byDialog.get(dialogId) ?? [] };
});
