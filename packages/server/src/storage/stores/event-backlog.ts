import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import { EVENT_STATE, PENDING } from './event-state.ts';

export const beyond = statement((db, p: { receiverId: number; offset: number }) =>
  db
    .selectFrom('event')
    .select('id')
    .where('receiver_id', '=', p.receiverId)
    .where('state', '=', PENDING)
    .orderBy('id')
    .limit(1)
    .offset(p.offset),
);
export const noteFrom = statement(
  (db, p: { receiverId: number; fromId: number; limit: number; now: number; note: string }) =>
    db
      .insertInto('attempt')
      .columns(['event_id', 'at', 'duration_ms', 'error'])
      .expression((eb) =>
        eb
          .selectFrom('event')
          .select((one) => ['id', one.val(p.now).as('at'), one.lit(0).as('duration_ms'), one.val(p.note).as('error')])
          .where('receiver_id', '=', p.receiverId)
          .where('id', '>=', p.fromId)
          .where('state', '=', PENDING)
          .orderBy('id')
          .limit(p.limit),
      ),
);
export const finishFrom = statement(
  (db, p: { receiverId: number; fromId: number; limit: number; now: number; state: number }) =>
    db
      .updateTable('event')
      .set({ state: p.state, finished_at: p.now })
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('event')
          .select('id')
          .where('receiver_id', '=', p.receiverId)
          .where('id', '>=', p.fromId)
          .where('state', '=', PENDING)
          .orderBy('id')
          .limit(p.limit),
      )
      .returning('id'),
);

/** What to do with a receiver that does not catch up. */
export function eventBacklog(session: Session) {
  return {
    /** The first event beyond the oldest `allowed` ones that wait. */
    async findFirstBeyond(receiverId: number, allowed: number): Promise<number | undefined> {
      return (await first(session, beyond, { receiverId, offset: allowed }))?.id;
    },
    /** Makes dead letters of up to `limit` events that wait, from `fromId` on, with a note saying why; answers how many. */
    async updateDeadFrom(
      receiverId: number,
      fromId: number,
      limit: number,
      note: string,
      now: number,
    ): Promise<number> {
      await session.all(noteFrom, { receiverId, fromId, limit, note, now });
      return (await session.all(finishFrom, { receiverId, fromId, limit, state: EVENT_STATE.dead, now })).length;
    },
  };
}
