import { first, type Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import { EVENT_STATE, KEPT } from './event-state.ts';

interface Since {
  readonly before: number;
  readonly limit: number;
}

interface From {
  readonly receiverId: number;
  readonly fromId: number;
  readonly limit: number;
}

interface Note {
  readonly now: number;
  readonly note: string;
}

const kept = (db: Builder) => db.selectFrom('event').where('state', '=', KEPT).orderBy('id');
const unfetched = (db: Builder, p: Since) => kept(db).where('created_at', '<', p.before).limit(p.limit);
const from = (db: Builder, p: From) =>
  kept(db).where('receiver_id', '=', p.receiverId).where('id', '>=', p.fromId).limit(p.limit);
const noted = (db: Builder, which: ReturnType<typeof kept>, p: Note) =>
  db
    .insertInto('attempt')
    .columns(['event_id', 'at', 'duration_ms', 'error'])
    .expression(
      which.select((eb) => ['id', eb.val(p.now).as('at'), eb.lit(0).as('duration_ms'), eb.val(p.note).as('error')]),
    );
const buried = (db: Builder, which: ReturnType<typeof kept>, now: number) =>
  db
    .updateTable('event')
    .set({ state: EVENT_STATE.dead, finished_at: now })
    .where('id', 'in', which.select('id'))
    .returning('id');
export const noteUnfetched = statement((db, p: Since & Note) => noted(db, unfetched(db, p), p));
export const buryUnfetched = statement((db, p: Since & { now: number }) => buried(db, unfetched(db, p), p.now));
export const keptBeyond = statement((db, p: { receiverId: number; offset: number }) =>
  kept(db).select('id').where('receiver_id', '=', p.receiverId).limit(1).offset(p.offset),
);
export const noteFrom = statement((db, p: From & Note) => noted(db, from(db, p), p));
export const buryFrom = statement((db, p: From & { now: number }) => buried(db, from(db, p), p.now));

/** Events that are kept until their receiver fetches them, where it does not. */
export function keptEvents(session: Session) {
  return {
    /** Makes dead letters of up to `limit` events that were kept since before then, with a note saying why; answers how many. */
    async updateUnfetched(before: number, limit: number, note: string, now: number): Promise<number> {
      await session.all(noteUnfetched, { before, limit, note, now });
      return (await session.all(buryUnfetched, { before, limit, now })).length;
    },
    /** The first event that is kept beyond the oldest `allowed` ones. */
    async findKeptBeyond(receiverId: number, allowed: number): Promise<number | undefined> {
      return (await first(session, keptBeyond, { receiverId, offset: allowed }))?.id;
    },
    /** Makes dead letters of up to `limit` events that are kept, from `fromId` on, with a note saying why; answers how many. */
    async updateKeptFrom(
      receiverId: number,
      fromId: number,
      limit: number,
      note: string,
      now: number,
    ): Promise<number> {
      await session.all(noteFrom, { receiverId, fromId, limit, note, now });
      return (await session.all(buryFrom, { receiverId, fromId, limit, now })).length;
    },
  };
}
