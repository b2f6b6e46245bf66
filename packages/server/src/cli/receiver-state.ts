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

/** When somebody asked is known to the minute: of who asked within so many milliseconds it is said that they do. */
const ASKS_WITHIN = 90_000;

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
  const asked =
    fetchedAt === null
      ? 'nobody has asked for them yet'
      : now - fetchedAt < ASKS_WITHIN
        ? 'they are asked for'
        : `last asked for ${ago(fetchedAt, now)}`;
  const confirmed = lastSuccessAt === null ? '' : `last confirmed some ${ago(lastSuccessAt, now)}`;
  return [state.join(', '), [reasonOf(receiver), asked, confirmed].filter(Boolean).join('; ')];
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
