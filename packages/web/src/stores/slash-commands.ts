import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { ask, ME } from '../commands.ts';
import type { Commands } from '../types.generated.ts';

export type SlashCommand = Commands['dialog.commands']['answer']['commands'][number];

/** Milliseconds for which a list is taken for what there is: bots register commands at any time. */
const GOOD_FOR = 20_000;

/** The slash commands of each dialog, as the person may call them. */
export const useSlashCommands = defineStore('slash commands', () => {
  const byDialog = shallowReactive(new Map<string, readonly SlashCommand[]>());
  const loadedAt = new Map<string, number>();

  async function load(dialogId: string): Promise<void> {
    if (Date.now() - (loadedAt.get(dialogId) ?? 0) < GOOD_FOR) return;
    loadedAt.set(dialogId, Date.now());
    try {
      byDialog.set(dialogId, (await ask('dialog.commands', { as: ME, dialogId })).commands);
    } catch {
      loadedAt.delete(dialogId);
    }
  }

  return { load, of: (dialogId: string) => byDialog.get(dialogId) ?? [] };
});
