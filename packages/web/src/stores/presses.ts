import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { call } from '../calls.ts';
import type { Update } from '../types.generated.ts';
import { inWords } from './history.ts';

/** Milliseconds in which a bot has to do something that is seen, or it does not answer. */
const PATIENCE = 10_000;

export interface Press {
  /** What the button says. */
  readonly text: string;
  readonly chatId: number;
  readonly messageId: number;
  readonly botId: number;
  /** As the portal tells of it: without what follows the name. */
  readonly command: string;
  /**
   * refused: the portal does not let it be called; failed: the handler of the bot did; silent: nothing came of it; locked:
   * it was answered, and can be pressed once only.
   */
  readonly state: 'working' | 'refused' | 'failed' | 'silent' | 'locked';
  readonly reason: string;
}

type Told = Extract<Update, { kind: 'press' }>;

export interface Pressed {
  readonly text: string;
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
    const begun: Press = { ...where, command: nameOf(command), state: 'working', reason: '' };
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
      if (presses.get(key) === begun) presses.set(key, { ...begun, state: 'refused', reason: inWords(error) });
      return;
    }
    waitFor(key, begun);
  }

  /** For something to come of it. */
  function waitFor(key: string, begun: Press): void {
    setTimeout(() => {
      if (presses.get(key) === begun) presses.set(key, { ...begun, state: 'silent' });
    }, PATIENCE);
  }

  /** The handler of the bot has failed, or takes it after all. */
  function put({ messageId, botId, command, hasArrived }: Told): void {
    for (const [key, one] of presses) {
      if (one.messageId !== messageId || one.botId !== botId || one.command !== nameOf(command)) continue;
      if (hasArrived && one.state === 'failed') {
        const begun: Press = { ...one, state: 'working' };
        presses.set(key, begun);
        waitFor(key, begun);
      } else if (!hasArrived && (one.state === 'working' || one.state === 'silent'))
        presses.set(key, { ...one, state: 'failed' });
    }
  }

  /** A message was written or changed: by a bot that was waited for it is the answer. */
  function hear(chatId: number, message: { readonly id: number; readonly author_id: number }): void {
    for (const [key, one] of presses) {
      const isAnswer =
        one.chatId === chatId &&
        (one.messageId === message.id || message.author_id === one.botId || message.author_id === 0);
      if (!isAnswer || one.state === 'refused' || one.state === 'locked') continue;
      if (once.has(key) && one.messageId !== message.id) presses.set(key, { ...one, state: 'locked' });
      else presses.delete(key);
    }
  }

  return { presses, press, put, hear };
});

/** Of a command as a button writes it: "echo repeat" is echo. */
function nameOf(command: string): string {
  return (
    command
      .replace(/^[\s/]+/, '')
      .split(/\s/, 1)[0]
      ?.toLowerCase() ?? ''
  );
}
