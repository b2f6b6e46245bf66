import type { User } from '@botyard/client';
import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { call } from '../calls.ts';
import { session } from '../session.ts';
import { usePeople } from './people.ts';

const MOST = 200;
/** Milliseconds for which the members of a chat are taken for who they are. */
const GOOD_FOR = 60_000;

/** Whom one can mention in each dialog. */
export const useMembers = defineStore('members', () => {
  const byDialog = shallowReactive(new Map<string, readonly User[]>());
  const loadedAt = new Map<string, number>();

  async function load(dialogId: string): Promise<void> {
    if (Date.now() - (loadedAt.get(dialogId) ?? 0) < GOOD_FOR) return;
    loadedAt.set(dialogId, Date.now());
    try {
      const members = await call('im.dialog.users.list', { DIALOG_ID: dialogId, LIMIT: MOST });
      usePeople().learn(members);
      byDialog.set(
        dialogId,
        members.filter(({ id, active }) => id !== session.userId && active),
      );
    } catch {
      loadedAt.delete(dialogId);
    }
  }

  return { load, of: (dialogId: string) => byDialog.get(dialogId) ?? [] };
});
