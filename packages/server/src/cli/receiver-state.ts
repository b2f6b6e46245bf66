import type { Answer } from '#control/registry.ts';
import { duration } from './terminal.ts';

type Bot = Answer<'status'>['bots'][number];
type Laggard = Answer<'status'>['laggards'][number];
type Receiver = Bot | Laggard;

/** What waits for a bot, and what more there is to say of that. */
export function stateOfBot(bot: Bot, now: number): string[] {
  return bot.events === 'fetch' ? stateOfFetching(bot, now) : stateOfDelivery(bot, now);
}

/** The same of others who hear of events. */
export function stateOfLaggard(one: Laggard, now: number): string[] {
  return one.kind === 'person' ? stateOfFetching(one, now) : stateOfDelivery(one, now);
}

function stateOfDelivery(receiver: Receiver, now: number): string[] {
  const { waiting, failures, dead, retries, pausedAt, nextTryAt, lastSuccessAt, answerMs } = receiver;
  const reason = reasonOf(receiver);
  const state = [
    ...(pausedAt === null ? [] : [`paused for ${duration(now - pausedAt)}`]),
    ...(waiting > 0 ? [waitingOf(receiver)] : pausedAt === null ? ['up to date'] : []),
    ...(nextTryAt === null ? [] : [`next try in ${duration(Math.max(0, nextTryAt - now))}`]),
    ...(dead > 0 ? [`${dead} given up`] : []),
    ...(retries ? [] : ['no retries']),
  ];
  const trouble = failures > 0 ? `failed events in a row: ${failures}${reason ? ` (${reason})` : ''}` : reason;
  const success = lastSuccessAt === null ? '' : `last success ${ago(lastSuccessAt, now)}`;
  const times = answerMs ? `answers in ${answerMs.p50} ms, the slowest in ${answerMs.p99} ms` : '';
  return [state.join(', '), [trouble, success, times].filter(Boolean).join('; ')];
}

/** When somebody asked is known to the minute: `fetchedAt` may be so much older than the last time. */
const MINUTE = 60_000;

function stateOfFetching(receiver: Receiver, now: number): string[] {
  const { waiting, kept, dead, nextTryAt, fetchedAt, lastSuccessAt } = receiver;
  const state = [
    // What it was to be sent as a bot of generation 1 is sent still.
    ...(waiting > 0 ? [waitingOf(receiver)] : []),
    ...(nextTryAt === null ? [] : [`next try in ${duration(Math.max(0, nextTryAt - now))}`]),
    ...(kept.count > 0 ? [`${kept.count} to be fetched, the oldest for ${duration(kept.lagMs)}`] : []),
    ...(waiting + kept.count === 0 ? ['up to date'] : []),
    ...(kept.unconfirmed > 0 ? [`${kept.unconfirmed} of them fetched and not confirmed`] : []),
    ...(dead > 0 ? [`${dead} given up`] : []),
  ];
  const confirmed = lastSuccessAt === null ? '' : `last confirmed some ${ago(lastSuccessAt, now)}`;
  return [state.join(', '), [reasonOf(receiver), asked(fetchedAt, now), confirmed].filter(Boolean).join('; ')];
}

/** Says no more than is known: a program that has ended a moment ago has asked within the last minute. */
function asked(fetchedAt: number | null, now: number): string {
  if (fetchedAt === null) return 'nobody has asked for them yet';
  const age = now - fetchedAt;
  if (age < MINUTE) return 'last asked for within a minute';
  return age < 2 * MINUTE ? 'last asked for within 2 minutes' : `last asked for ${ago(fetchedAt, now)}`;
}

function waitingOf({ waiting, lagMs }: Receiver): string {
  return `${waiting} waiting, the oldest for ${duration(lagMs)}`;
}

/** Why the last event failed, or was given up. */
function reasonOf({ lastFailure }: Receiver): string {
  return lastFailure ? (lastFailure.error ?? `answered ${lastFailure.status}`) : '';
}

function ago(at: number, now: number): string {
  return `${duration(Math.max(0, now - at))} ago`;
}
