import type { Session } from './session.ts';
import { KEPT } from './stores/event-state.ts';

/** What a receiver that fetches its events has not dealt with. */
export interface KeptBacklog {
  readonly count: number;
  /** Of them, those that were fetched and not confirmed. */
  readonly unconfirmed: number;
  /** When the first of them happened. */
  readonly oldest: number;
}

/** By receiver; they are counted in their indexes alone. */
export async function keptBacklogs(session: Session): Promise<ReadonlyMap<number, KeptBacklog>> {
  const counted = await session.query((db) =>
    db
      .selectFrom('event')
      .select((eb) => ['receiver_id', eb.fn.countAll<number>().as('count'), eb.fn.min('id').as('first')])
      .where('state', '=', KEPT)
      .groupBy('receiver_id'),
  );
  if (counted.length === 0) return new Map();
  const firstIds = counted.map(({ first }) => Number(first));
  const firsts = await session.query((db) =>
    db.selectFrom('event').select(['receiver_id', 'created_at']).where('id', 'in', firstIds),
  );
  const numbered = await session.query((db) =>
    db
      .selectFrom('event')
      .select((eb) => ['receiver_id', eb.fn.countAll<number>().as('count')])
      .where('state', '=', KEPT)
      .where('number', 'is not', null)
      .groupBy('receiver_id'),
  );
  const oldest = new Map(firsts.map((row) => [row.receiver_id, row.created_at]));
  const unconfirmed = new Map(numbered.map((row) => [row.receiver_id, Number(row.count)]));
  return new Map(
    counted.map(({ receiver_id: id, count }) => [
      id,
      { count: Number(count), unconfirmed: unconfirmed.get(id) ?? 0, oldest: oldest.get(id) ?? 0 },
    ]),
  );
}
