import type { Session } from './session.ts';
import { PENDING, TRIED } from './stores/event-state.ts';

/** What waits to be delivered to a receiver. */
export interface WaitingEvents {
  readonly count: number;
  /** When the first of them happened. */
  readonly oldest: number;
  /** When the first of those that were tried in vain is tried again; undefined: there is none. */
  readonly due: number | undefined;
}

/** By receiver. There may be a hundred thousand for each: they are counted in their index alone. */
export async function waitingEvents(session: Session): Promise<ReadonlyMap<number, WaitingEvents>> {
  const counted = await session.query((db) =>
    db
      .selectFrom('event')
      .select((eb) => ['receiver_id', eb.fn.countAll<number>().as('count'), eb.fn.min('id').as('first')])
      .where('state', '=', PENDING)
      .groupBy('receiver_id'),
  );
  if (counted.length === 0) return new Map();
  const firstIds = counted.map(({ first }) => Number(first));
  const firsts = await session.query((db) =>
    db.selectFrom('event').select(['receiver_id', 'created_at']).where('id', 'in', firstIds),
  );
  const tried = await session.query((db) =>
    db
      .selectFrom('event')
      .select((eb) => ['receiver_id', eb.fn.min('next_try_at').as('due')])
      .where('state', '=', PENDING)
      .where('attempts', '>', TRIED)
      .groupBy('receiver_id'),
  );
  const oldest = new Map(firsts.map((row) => [row.receiver_id, row.created_at]));
  const due = new Map(tried.map((row) => [row.receiver_id, Number(row.due)]));
  return new Map(
    counted.map(({ receiver_id: id, count }) => [
      id,
      { count: Number(count), oldest: oldest.get(id) ?? 0, due: due.get(id) },
    ]),
  );
}
