import type { User } from '@botyard/client';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { call } from '../calls.ts';
import { session } from '../session.ts';
import { useNotices } from './notices.ts';
import { usePeople } from './people.ts';

/** As the portal knows them; a break is away, too. */
export const STATUSES = ['online', 'dnd', 'away'] as const;
export type Status = (typeof STATUSES)[number];

/** How whoever looks wants to be spoken to. */
export const useOwnStatus = defineStore('ownStatus', () => {
  const status = ref<Status>('online');

  function put(told: string | false): void {
    status.value = STATUSES.find((one) => one === told) ?? (told === 'break' ? 'away' : 'online');
  }

  const load = async (): Promise<void> => put(await call('im.user.status.get', {}));

  /** Somebody has changed how they want to be spoken to: maybe whoever looks, in another window. */
  function hear(user: User): void {
    if (user.id === session.userId) put(user.status);
  }

  async function choose(chosen: Status): Promise<void> {
    const isDone = await useNotices().attempt(() => call('im.user.status.set', { STATUS: chosen }));
    if (!isDone) return;
    status.value = chosen;
    const own = usePeople().find(session.userId);
    if (own) usePeople().learn([{ ...own, status: chosen }]);
  }

  return { status, load, choose, hear };
});
