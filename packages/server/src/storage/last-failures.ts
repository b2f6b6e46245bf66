import type { Session } from './session.ts';
import { EVENT_STATE } from './stores/event-state.ts';

/** Why a try to deliver an event failed: what was answered, else what went wrong, in words. */
export interface LastFailure {
  readonly at: number;
  readonly status: number | null;
  readonly error: string | null;
}

/** The last failed try of each of these receivers, by its id. Tries are known for as long as their events are. */
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
      .where('event.state', 'in', [EVENT_STATE.pending, EVENT_STATE.dead])
      .groupBy('event.receiver_id'),
  );
  if (latest.length === 0) return new Map();
  const receiverOf = new Map(latest.map((row) => [Number(row.attempt_id), row.receiver_id]));
  const attempts = await session.query((db) =>
    db
      .selectFrom('attempt')
      .select(['id', 'at', 'status', 'error'])
      .where('id', 'in', [...receiverOf.keys()]),
  );
  return new Map(attempts.map(({ id, at, status, error }) => [receiverOf.get(id) ?? 0, { at, status, error }]));
}
