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

  async function load(): Promise<void> {
    const told = await call('im.user.status.get', {});
    status.value = STATUSES.find((one) => one === told) ?? (told === 'break' ? 'away' : 'online');
  }

  async function choose(chosen: Status): Promise<void> {
    const isDone = await useNotices().attempt(() => call('im.user.status.set', { STATUS: chosen }));
    if (!isDone) return;
    status.value = chosen;
    const own = usePeople().find(session.userId);
    if (own) usePeople().learn([{ ...own, status: chosen }]);
  }

  return { status, load, choose };
});
