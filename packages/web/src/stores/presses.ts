import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { call } from '../calls.ts';
import { inWords } from './history.ts';

/** Milliseconds in which a bot has to do something that is seen, or it does not answer. */
const PATIENCE = 10_000;

export interface Press {
  readonly chatId: number;
  readonly messageId: number;
  readonly botId: number;
  /** locked: it was answered, and can be pressed once only. */
  readonly state: 'working' | 'failed' | 'silent' | 'locked';
  readonly reason: string;
}

export interface Pressed {
  readonly key: string;
  readonly chatId: number;
  readonly messageId: number;
  readonly botId: number;
  readonly command: string;
  readonly params: string;
  readonly isOnce: boolean;
}

/** Buttons that call commands of bots, from the press to what comes back. */
export const usePresses = defineStore('presses', () => {
  const presses = shallowReactive(new Map<string, Press>());
  const once = new Set<string>();

  async function press({ key, command, params, isOnce, ...where }: Pressed): Promise<void> {
    const begun: Press = { ...where, state: 'working', reason: '' };
    presses.set(key, begun);
    if (isOnce) once.add(key);
    else once.delete(key);
    try {
      await call('im.message.command', {
        MESSAGE_ID: where.messageId,
        BOT_ID: where.botId,
        COMMAND: command,
        COMMAND_PARAMS: params,
      });
    } catch (error) {
      if (presses.get(key) === begun) presses.set(key, { ...begun, state: 'failed', reason: inWords(error) });
      return;
    }
    setTimeout(() => {
      if (presses.get(key) === begun) presses.set(key, { ...begun, state: 'silent' });
    }, PATIENCE);
  }

  /** A message was written or changed: by a bot that was waited for it is the answer. */
  function hear(chatId: number, message: { readonly id: number; readonly author_id: number }): void {
    for (const [key, one] of presses) {
      const isAnswer =
        one.chatId === chatId &&
        (one.messageId === message.id || message.author_id === one.botId || message.author_id === 0);
      if (!isAnswer || one.state === 'failed' || one.state === 'locked') continue;
      if (once.has(key) && one.messageId !== message.id) presses.set(key, { ...one, state: 'locked' });
      else presses.delete(key);
    }
  }

  return { presses, press, hear };
});
