import type { Bot } from './bot/bot.ts';

/** Settings that the documentation calls adjustable. */
export interface Settings {
  /** Bots that one application may have, by the generation that they are registered with (R9). */
  readonly botLimit: Readonly<Record<Bot['generation'], number>>;
}

export const USUAL_SETTINGS: Settings = { botLimit: { v1: 5, v2: 100 } };
