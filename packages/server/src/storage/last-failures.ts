import { type Selectable, sql } from 'kysely';
import type { EventCause } from '#domain/event-cause.ts';
import type { Session } from './session.ts';
import { statement } from './statement.ts';
import { EVENT_STATE, PENDING, TRIED } from './stores/event-state.ts';
import { readCause } from './stores/stored-event.ts';
import type { AttemptTable } from './tables/outbox-tables.ts';

/** Why a try to deliver an event failed: what was answered, else what went wrong, in words. */
export interface LastFailure {
  readonly at: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly cause: EventCause | null;
}

/** The last failed try of what waits for each of these receivers, by its id: of many that wait, few were tried. */
export async function lastFailures(
  session: Session,
  receiverIds: readonly number[],
): Promise<ReadonlyMap<number, LastFailure>> {
  if (receiverIds.length === 0) return new Map();
  const latest = await session.query((db) =>
    db
      .selectFrom('event')
      .innerJoin('attempt', 'attempt.event_id', 'event.id')
      .select((eb) => ['event.receiver_id', eb.fn.max('attempt.id').as('attempt_id')])
      .where('event.receiver_id', 'in', receiverIds)
      .where('event.state', '=', PENDING)
      .where('event.attempts', '>', TRIED)
      .groupBy('event.receiver_id'),
  );
  if (latest.length === 0) return new Map();
  const receiverOf = new Map(latest.map((row) => [Number(row.attempt_id), row.receiver_id]));
  const attempts = await session.query((db) =>
    db
      .selectFrom('attempt')
      .select(['id', 'at', 'status', 'error', 'cause'])
      .where('id', 'in', [...receiverOf.keys()]),
  );
  return new Map(attempts.map((one) => [receiverOf.get(one.id) ?? 0, toFailure(one)]));
}

/** That of the newest dead letter of each of these: they may have hundreds of thousands. */
export async function lastDeaths(
  session: Session,
  receiverIds: readonly number[],
): Promise<ReadonlyMap<number, LastFailure>> {
  const found = new Map<number, LastFailure>();
  for (const receiverId of receiverIds) {
    const [event] = await session.all(newestDead, { receiverId });
    const [attempt] = event ? await session.all(newestTry, { eventId: event.id }) : [];
    if (attempt) found.set(receiverId, toFailure(attempt));
  }
  return found;
}

function toFailure({ at, status, error, cause }: Pick<Selectable<AttemptTable>, keyof LastFailure>): LastFailure {
  return { at, status, error, cause: readCause(cause) };
}

const newestDead = statement((db, p: { receiverId: number }) =>
  db
    .selectFrom('event')
    .select('id')
    .where('receiver_id', '=', p.receiverId)
    .where('state', '=', sql.lit(EVENT_STATE.dead))
    .orderBy('id', 'desc')
    .limit(1),
);
const newestTry = statement((db, p: { eventId: number }) =>
  db
    .selectFrom('attempt')
    .select(['at', 'status', 'error', 'cause'])
    .where('event_id', '=', p.eventId)
    .orderBy('id', 'desc')
    .limit(1),
);
