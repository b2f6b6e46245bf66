import { sql } from 'kysely';
import { quantiles } from './receiver-states.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';
import { EVENT_STATE, PENDING } from './stores/event-state.ts';

/** How delivery went in a part of the last hour. */
export interface DeliverySpan {
  /** When it began, milliseconds since 1970. */
  readonly at: number;
  readonly delivered: number;
  /** Tries in vain, among the newest {@link TRIES}. */
  readonly failedTries: number;
  readonly dead: number;
  readonly answerMs: { readonly p50: number; readonly p95: number; readonly p99: number } | null;
}

const HOUR = 60 * 60_000;
const SPANS = 12;
const SPAN = HOUR / SPANS;
/** Tries that are looked at, the newest: they are in no index by time. */
const TRIES = 10_000;
/** Answers of each span of which the times are looked at. */
const ANSWERS = 2_000;

export interface DeliveryHour {
  /** Oldest first. */
  readonly spans: readonly DeliverySpan[];
  readonly answerMs: DeliverySpan['answerMs'];
  readonly failedTries: ReadonlyMap<number, number>;
  readonly delivered: ReadonlyMap<number, number>;
}

/** `receiverIds` undefined: of all. `read` gives a connection to each part of it. */
export async function deliveryHour(
  read: Store['readWith'],
  now: number,
  receiverIds: readonly number[] | undefined,
): Promise<DeliveryHour> {
  const from = now - HOUR;
  const isMeant = (receiverId: number) => receiverIds === undefined || receiverIds.includes(receiverId);
  const failed = (await read((session) => failedSince(session, from))).filter(({ receiver_id }) =>
    isMeant(receiver_id),
  );
  const spans: DeliverySpan[] = [];
  const times: number[] = [];
  const delivered = new Map<number, number>();
  for (let at = from; spans.length < SPANS; at += SPAN) {
    const until = spans.length === SPANS - 1 ? now + 1 : at + SPAN;
    const isIn = (one: { readonly at: number }) => one.at >= at && one.at < until;
    const counts = (await read((session) => finishedIn(session, at, until))).filter(({ receiver_id }) =>
      isMeant(receiver_id),
    );
    const answered = (await read((session) => answersIn(session, at, until)))
      .filter(({ receiver_id }) => isMeant(receiver_id))
      .map(({ duration_ms }) => duration_ms ?? 0)
      .sort((a, b) => a - b);
    times.push(...answered);
    const sum = (state: number) =>
      counts.filter((one) => one.state === state).reduce((total, { count }) => total + Number(count), 0);
    for (const { receiver_id, state, count } of counts)
      if (state === EVENT_STATE.delivered)
        delivered.set(receiver_id, (delivered.get(receiver_id) ?? 0) + Number(count));
    spans.push({
      at,
      delivered: sum(EVENT_STATE.delivered),
      dead: sum(EVENT_STATE.dead),
      failedTries: failed.filter(isIn).length,
      answerMs: answered.length > 0 ? quantiles(answered) : null,
    });
  }
  const failedTries = new Map<number, number>();
  for (const { receiver_id } of failed) failedTries.set(receiver_id, (failedTries.get(receiver_id) ?? 0) + 1);
  times.sort((a, b) => a - b);
  return { spans, answerMs: times.length > 0 ? quantiles(times) : null, failedTries, delivered };
}

async function finishedIn(session: Session, from: number, until: number) {
  return session.query((db) =>
    db
      .selectFrom('event')
      .select((eb) => ['receiver_id', 'state', eb.fn.countAll<number>().as('count')])
      .where('state', '>', PENDING)
      .where('state', 'in', [sql.lit(EVENT_STATE.delivered), sql.lit(EVENT_STATE.dead)])
      .where('finished_at', '>=', from)
      .where('finished_at', '<', until)
      .groupBy(['receiver_id', 'state']),
  );
}

async function answersIn(session: Session, from: number, until: number) {
  return session.query((db) =>
    db
      .selectFrom('event')
      .select(['receiver_id', 'duration_ms'])
      .where('state', '>', PENDING)
      .where('state', '=', sql.lit(EVENT_STATE.delivered))
      .where('finished_at', '>=', from)
      .where('finished_at', '<', until)
      // What was fetched has no time in which a handler answered.
      .where('duration_ms', 'is not', null)
      .orderBy('finished_at', 'desc')
      .limit(ANSWERS),
  );
}

async function failedSince(session: Session, from: number) {
  const newest = await session.query((db) =>
    db
      .selectFrom('attempt')
      .innerJoin('event', 'event.id', 'attempt.event_id')
      .select(['event.receiver_id', 'attempt.at', 'attempt.status', 'attempt.error'])
      .orderBy('attempt.id', 'desc')
      .limit(TRIES),
  );
  return newest.filter(
    ({ at, status, error }) => at >= from && (error !== null || status === null || status < 200 || status > 299),
  );
}
