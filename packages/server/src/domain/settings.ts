import type { Bot } from './bot/bot.ts';

/** Settings that the documentation calls adjustable. */
export interface Settings {
  /** Bots that one application may have, by the generation that they are registered with (R9). */
  readonly botLimit: Readonly<Record<Bot['generation'], number>>;
  /** Bytes of one file, and of all files of a portal. */
  readonly files: { readonly each: number; readonly together: number };
}

const MB = 1024 * 1024;

export const USUAL_SETTINGS: Settings = {
  botLimit: { v1: 5, v2: 100 },
  files: { each: 100 * MB, together: 10 * 1024 * MB },
};
