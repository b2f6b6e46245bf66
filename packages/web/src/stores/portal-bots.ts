import { defineStore } from 'pinia';
import { ref } from 'vue';
import { ask } from '../commands.ts';
import type { Commands } from '../types.generated.ts';

export type BotState = Commands['bot.states']['answer']['bots'][number];

/** The bots whose traffic the reader may see, and how they are doing. */
export const usePortalBots = defineStore('portal bots', () => {
  const bots = ref<readonly BotState[]>([]);
  const isLoaded = ref(false);
  const reason = ref('');

  async function load(): Promise<void> {
    try {
      bots.value = (await ask('bot.states', {})).bots;
      reason.value = '';
    } catch (error) {
      reason.value = error instanceof Error ? error.message : String(error);
    }
    isLoaded.value = true;
  }

  return { bots, isLoaded, reason, load };
});
