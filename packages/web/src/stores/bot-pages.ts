import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { MessageActions } from '../text/message-actions.ts';

/** The page of a bot that a press on its button opens. */
export interface BotPage {
  readonly appId: number;
  readonly title: string;
  /** Pixels that it asks for; 0: as there are. */
  readonly width: number;
  readonly height: number;
  /** When people turn to another chat. */
  readonly staysOpen: boolean;
  readonly dialogId: string;
  /** Where it is shown: a page of ours that has it in a frame. */
  readonly address: string;
  /** Of the conversation in which it was opened. */
  readonly actions: MessageActions;
}

/** One page of a bot is open at a time. */
export const useBotPages = defineStore('pages of bots', () => {
  const shown = shallowRef<BotPage>();

  function open(page: BotPage): void {
    shown.value = page;
  }
  function close(): void {
    shown.value = undefined;
  }

  return { shown, open, close };
});
