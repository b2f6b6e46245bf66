import type { Commands } from '../types.generated.ts';

export type TraceAnswer = Commands['trace.message']['answer'];
export type TracedAct = TraceAnswer['acts'][number];
export type TracedEvent = TracedAct['events'][number];
export type ReturnedCall = TracedEvent['calls'][number];
export type EventTry = TracedEvent['tries'][number];
export type Tone = 'good' | 'wait' | 'bad' | 'quiet';

/** How an event fares, at a glance. */
export function toneOfEvent({ state, tries }: TracedEvent['event']): Tone {
  if (state === 'delivered') return 'good';
  if (state === 'kept') return 'quiet';
  return state === 'pending' && tries === 0 ? 'quiet' : state === 'pending' ? 'wait' : 'bad';
}

export function isTaken({ status }: Pick<EventTry, 'status'>): boolean {
  return status !== null && status >= 200 && status < 300;
}
