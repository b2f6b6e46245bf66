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
  const loads = new Map<string, { readonly at: number; readonly done: Promise<void> }>();
  /** Of which there are more than are known here. */
  const large = new Set<string>();

  function put(dialogId: string, members: readonly User[]): void {
    usePeople().learn(members);
    byDialog.set(
      dialogId,
      members.filter(({ id, active }) => id !== session.userId && active),
    );
  }

  function withOthers(members: readonly User[], others: readonly User[]): readonly User[] {
    return [...members, ...others.filter(({ id }) => !members.some((one) => one.id === id))];
  }

  /** Whoever asks while they are on their way waits for them, too: what is typed next depends on `large`. */
  function load(dialogId: string): Promise<void> {
    const last = loads.get(dialogId);
    if (last && Date.now() - last.at < GOOD_FOR) return last.done;
    const done = fetchMembers(dialogId).catch(() => void loads.delete(dialogId));
    loads.set(dialogId, { at: Date.now(), done });
    return done;
  }

  async function fetchMembers(dialogId: string): Promise<void> {
    const members = await call('im.dialog.users.list', { DIALOG_ID: dialogId, LIMIT: MOST });
    const isLarge = members.length === MOST;
    if (isLarge) large.add(dialogId);
    else large.delete(dialogId);
    // Who was found by name in a large chat may be mentioned in a draft.
    put(dialogId, isLarge ? withOthers(members, byDialog.get(dialogId) ?? []) : members);
  }

  /** Has those of the name known, too; who is typed on past it stays known. */
  async function find(dialogId: string, name: string): Promise<void> {
    await load(dialogId);
    if (!large.has(dialogId) || name === '') return;
    const { users } = await ask('dialog.people', { as: ME, dialogId, find: name }).catch(() => ({ users: [] }));
    put(dialogId, withOthers(byDialog.get(dialogId) ?? [], users));
  }

  /** A dialog that nobody has written in yet has no members to ask for: it is of the person whose id it has. */
  function of(dialogId: string): readonly User[] {
    const members = byDialog.get(dialogId);
    if (members) return members;
    const other = usePeople().find(Number(dialogId));
    return other && other.id !== session.userId ? [other] : [];
  }

  return { find, of };
});
