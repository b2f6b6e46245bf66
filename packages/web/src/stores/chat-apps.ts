import { defineStore } from 'pinia';
import { ref, shallowReactive } from 'vue';
import { ask, ME } from '../commands.ts';
import { i18n } from '../languages/i18n.ts';
import type { Commands } from '../types.generated.ts';
import { soon } from './soon.ts';

export type ChatApp = Commands['dialog.apps']['answer']['apps'][number];

/** The buttons that bots have beside the field of each dialog, for whoever looks. */
export const useChatApps = defineStore('buttons of bots', () => {
  const byDialog = shallowReactive(new Map<string, readonly ChatApp[]>());
  /** Grows as any of them change: what is shown is loaded anew. */
  const changes = ref(0);
  /** What each dialog was last loaded as of. */
  const loadedAs = new Map<string, string>();

  async function load(dialogId: string): Promise<void> {
    const language = i18n.global.locale.value;
    const as = `${changes.value} ${language}`;
    if (loadedAs.get(dialogId) === as) return;
    loadedAs.set(dialogId, as);
    try {
      const { apps } = await ask('dialog.apps', { as: ME, dialogId, language });
      if (loadedAs.get(dialogId) === as) byDialog.set(dialogId, apps);
    } catch {
      if (loadedAs.get(dialogId) === as) loadedAs.delete(dialogId);
    }
  }

  const refresh = soon(async () => {
    changes.value += 1;
  });

  return { changes, load, refresh, of: (dialogId: string) => byDialog.get(dialogId) ?? [] };
});
