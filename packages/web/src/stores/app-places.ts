import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import { ask, ME } from '../commands.ts';
import { i18n } from '../languages/i18n.ts';
import type { Commands } from '../types.generated.ts';
import type { Chat } from './chat.ts';
import { usePeople } from './people.ts';
import { soon } from './soon.ts';

export type AppPlace = Commands['app.places']['answer']['places'][number];

/** Where applications are opened in the messenger for whoever looks. */
export const useAppPlaces = defineStore('places of applications', () => {
  const places = shallowRef<readonly AppPlace[]>([]);
  /** Grows with each change: what is open may have been taken away. */
  const changes = ref(0);

  const load = soon(async () => {
    places.value = (await ask('app.places', { as: ME, language: i18n.global.locale.value })).places;
  });

  function refresh(): void {
    changes.value += 1;
    load();
  }

  /** What is offered in a dialog at a place of the messenger. */
  function inDialog(place: AppPlace['place'], dialogId: string, chat: Chat | undefined): AppPlace[] {
    const kind = kindOf(dialogId, chat);
    return places.value.filter(
      (one) =>
        one.place === place && (one.context === 'ALL' || (kind !== undefined && one.context.split(';').includes(kind))),
    );
  }

  return {
    places,
    changes,
    load,
    refresh,
    inDialog,
    at: (place: AppPlace['place']) => places.value.filter((one) => one.place === place),
  };
});

/** The kind of a chat as the options of placements name it; a talk with a bot is of none. */
function kindOf(dialogId: string, chat: Chat | undefined): string | undefined {
  if (!dialogId.startsWith('chat')) return usePeople().need(Number(dialogId))?.bot === false ? 'USER' : undefined;
  const of = chat?.entity_type;
  return of === 'LINES' || of === 'CRM' ? of : chat && 'CHAT';
}
