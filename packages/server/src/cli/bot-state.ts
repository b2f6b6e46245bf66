import type { Answer } from '#control/registry.ts';
import { proposed } from './proposed.ts';

/** How events go to a bot, in a sentence. */
export function botState({ name, events: mode, waiting, pausedAt, retries }: Answer<'bot.pause'>): string {
  const events = `${waiting} ${waiting === 1 ? 'event' : 'events'}`;
  if (mode === 'fetch') return `${events} waiting for ${name}, which fetches its events.`;
  const state =
    pausedAt === null
      ? `${events} on the way to ${name}.`
      : `${name} is paused, ${events} waiting. To go on: ${proposed(`resume ${JSON.stringify(name)}`)}`;
  return retries ? state : `${state} What fails is not tried again.`;
}
