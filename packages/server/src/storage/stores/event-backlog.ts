import type { WordedCause } from '#domain/event-cause.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import { type Beyond, buried, type From, firstBeyond, fromOn, type Note, noted, noteOf } from './dead-letters.ts';
import { PENDING } from './event-state.ts';

export const beyond = statement((db, p: Beyond) => firstBeyond(db, PENDING, p));
export const noteFrom = statement((db, p: From & Note) => noted(db, fromOn(db, PENDING, p), p));
export const buryFrom = statement((db, p: From & { now: number }) => buried(db, fromOn(db, PENDING, p), p.now));

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
      why: WordedCause,
      now: number,
    ): Promise<number> {
      await session.all(noteFrom, { receiverId, fromId, limit, ...noteOf(why, now) });
      return (await session.all(buryFrom, { receiverId, fromId, limit, now })).length;
    },
  };
}
