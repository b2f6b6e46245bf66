import { first, type Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import { type Beyond, buried, type From, firstBeyond, fromOn, inState, type Note, noted } from './dead-letters.ts';
import { KEPT } from './event-state.ts';

interface Since {
  readonly before: number;
  readonly limit: number;
}

const unfetched = (db: Builder, p: Since) => inState(db, KEPT).where('created_at', '<', p.before).limit(p.limit);

export const noteUnfetched = statement((db, p: Since & Note) => noted(db, unfetched(db, p), p));
export const buryUnfetched = statement((db, p: Since & { now: number }) => buried(db, unfetched(db, p), p.now));
export const keptBeyond = statement((db, p: Beyond) => firstBeyond(db, KEPT, p));
export const noteFrom = statement((db, p: From & Note) => noted(db, fromOn(db, KEPT, p), p));
export const buryFrom = statement((db, p: From & { now: number }) => buried(db, fromOn(db, KEPT, p), p.now));

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
