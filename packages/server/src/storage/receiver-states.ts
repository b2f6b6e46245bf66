import { sql } from 'kysely';
import { keptBacklogs } from './kept-backlogs.ts';
import { type LastFailure, lastDeaths, lastFailures } from './last-failures.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';
import { EVENT_STATE, PENDING } from './stores/event-state.ts';
import { waitingEvents } from './waiting-events.ts';

/** How events go to a receiver. */
export interface ReceiverState {
  /** Events that wait to be delivered. */
  readonly waiting: number;
  /** The same of one that fetches them: those that wait until it does, or has confirmed them. */
  readonly kept: { readonly count: number; readonly unconfirmed: number; readonly lagMs: number };
  /** When somebody last asked for its events, to the minute; null: nobody has. */
  readonly fetchedAt: number | null;
  /** Milliseconds since the oldest of them happened; 0 when none waits. */
  readonly lagMs: number;
  /** Events in a row that failed, each counted once however often it was tried. */
  readonly failures: number;
  /** null: there is none, or its event is not kept any more. */
  readonly lastFailure: LastFailure | null;
  /** Dead letters that are kept. */
  readonly dead: number;
  /** false: what fails is not tried again. */
  readonly retries: boolean;
  /** Since when a person wants nothing to be sent. */
  readonly pausedAt: number | null;
  /** When something that waits is tried; null: nothing waits, or nothing is waited for. */
  readonly nextTryAt: number | null;
  /** null: among the last answers of all receivers there is none of its own. */
  readonly lastSuccessAt: number | null;
  /** How long it took to answer, among the last answers of all receivers. */
  readonly answerMs: { readonly p50: number; readonly p95: number; readonly p99: number } | null;
}

/** Delivered events that are looked at, the newest of all receivers: those of each of them are in no index. */
export const ANSWERS = 10_000;

/** How all receivers are. */
export interface ReceiverStates {
  /** Of one that was never sent anything, too. */
  of(receiverId: number): ReceiverState;
  /** Over all of them. */
  readonly waiting: number;
  readonly dead: number;
  /** Milliseconds since the oldest that waits happened. */
  readonly lagMs: number;
}

/** `read` gives a connection to each part of it. */
export async function receiverStates(read: Store['readWith'], now: number): Promise<ReceiverStates> {
  const backlogs = await read(waitingEvents);
  const kept = await read(keptBacklogs);
  const fetchTimes = await read(lastFetches);
  const deaths = await read(deadLetters);
  const rows = await read((session) => session.query((db) => db.selectFrom('receiver_delivery').selectAll()));
  const deliveries = new Map(rows.map((row) => [row.receiver_id, row]));
  const failing = rows.filter(({ failures }) => failures > 0).map((row) => row.receiver_id);
  const reasons = new Map(await read((session) => lastDeaths(session, [...deaths.keys()])));
  for (const [id, failure] of await read((session) => lastFailures(session, failing)))
    if (failure.at >= (reasons.get(id)?.at ?? 0)) reasons.set(id, failure);
  const answers = await read(answerTimes);
  return {
    of: stateOf,
    waiting: sum(backlogs.values(), ({ count }) => count),
    dead: sum(deaths.values(), (n) => n),
    lagMs: Math.max(0, ...[...backlogs.values()].map(({ oldest }) => now - oldest)),
  };

  function stateOf(receiverId: number): ReceiverState {
    const backlog = backlogs.get(receiverId);
    const { count = 0, unconfirmed = 0, oldest = now } = kept.get(receiverId) ?? {};
    const delivery = deliveries.get(receiverId);
    const answered = answers.get(receiverId);
    const pausedAt = delivery?.paused_at ?? null;
    const due = Math.max(delivery?.not_before ?? 0, backlog?.due ?? 0);
    return {
      waiting: backlog?.count ?? 0,
      lagMs: backlog ? now - backlog.oldest : 0,
      kept: { count, unconfirmed, lagMs: Math.max(0, now - oldest) },
      fetchedAt: fetchTimes.get(receiverId) ?? null,
      failures: delivery?.failures ?? 0,
      lastFailure: reasons.get(receiverId) ?? null,
      dead: deaths.get(receiverId) ?? 0,
      retries: delivery?.retries !== 0,
      pausedAt,
      nextTryAt: backlog && pausedAt === null && due > now ? due : null,
      lastSuccessAt: answered?.lastAt ?? null,
      answerMs: answered && answered.times.length > 0 ? quantiles(answered.times) : null,
    };
  }
}

function sum<T>(values: Iterable<T>, of: (value: T) => number): number {
  let total = 0;
  for (const value of values) total += of(value);
  return total;
}

async function lastFetches(session: Session): Promise<ReadonlyMap<number, number | null>> {
  const rows = await session.query((db) => db.selectFrom('event_reader').select(['receiver_id', 'fetched_at']));
  return new Map(rows.map((row) => [row.receiver_id, row.fetched_at]));
}

async function deadLetters(session: Session): Promise<ReadonlyMap<number, number>> {
  const rows = await session.query((db) =>
    db
      .selectFrom('event')
      .select((eb) => ['receiver_id', eb.fn.countAll<number>().as('count')])
      .where('state', '=', sql.lit(EVENT_STATE.dead))
      .groupBy('receiver_id'),
  );
  return new Map(rows.map((row) => [row.receiver_id, Number(row.count)]));
}

async function answerTimes(session: Session) {
  const rows = await session.query((db) =>
    db
      .selectFrom('event')
      .select(['receiver_id', 'finished_at', 'duration_ms'])
      .where('state', '>', PENDING)
      .where('state', '=', sql.lit(EVENT_STATE.delivered))
      .orderBy('finished_at', 'desc')
      .limit(ANSWERS),
  );
  const found = new Map<number, { readonly lastAt: number; readonly times: number[] }>();
  for (const { receiver_id, finished_at, duration_ms } of rows) {
    const known = found.get(receiver_id) ?? { lastAt: finished_at ?? 0, times: [] };
    found.set(receiver_id, known);
    // What was fetched has no time in which a handler answered.
    if (duration_ms !== null) known.times.push(duration_ms);
  }
  for (const { times } of found.values()) times.sort((a, b) => a - b);
  return found;
}

/** Of values in their order. */
export function quantiles(values: readonly number[]) {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95), p99: quantile(values, 0.99) };
}

function quantile(values: readonly number[], part: number): number {
  return values[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;
}
