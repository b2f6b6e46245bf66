import type { WordedCause } from '#domain/event-cause.ts';
import { first, type Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import {
  type Beyond,
  buried,
  type From,
  firstBeyond,
  fromOn,
  inState,
  type Note,
  noted,
  noteOf,
} from './dead-letters.ts';
import { ANEW, type DeadLetters, deadLettersOf, endedBadly, resend } from './event-revival.ts';
import { KEPT, KEPT_STATE } from './event-state.ts';

interface Since {
  readonly before: number;
  readonly limit: number;
}

const unfetched = (db: Builder, p: Since) =>
  inState(db, KEPT)
    .where((eb) => eb(eb.fn.coalesce('kept_since', 'created_at'), '<', p.before))
    .limit(p.limit);

export const noteUnfetched = statement((db, p: Since & Note) => noted(db, unfetched(db, p), p));
export const buryUnfetched = statement((db, p: Since & { now: number }) => buried(db, unfetched(db, p), p.now));
export const keptBeyond = statement((db, p: Beyond) => firstBeyond(db, KEPT, p));
export const noteFrom = statement((db, p: From & Note) => noted(db, fromOn(db, KEPT, p), p));
export const buryFrom = statement((db, p: From & { now: number }) => buried(db, fromOn(db, KEPT, p), p.now));

const keptAgain = (db: Builder, now: number) =>
  db.updateTable('event').set({ state: KEPT_STATE, kept_since: now, ...ANEW });

export const keepAgain = statement((db, p: { id: number; now: number }) =>
  keptAgain(db, p.now).where('id', '=', p.id).where('state', 'in', endedBadly).returning('id'),
);
export const keepAgainOf = statement((db, p: DeadLetters & { now: number }) =>
  keptAgain(db, p.now)
    .where('id', 'in', () => deadLettersOf(db, p))
    .returning('id'),
);

/** Events that are kept until their receiver fetches them, where it does not. */
export function keptEvents(session: Session) {
  return {
    /** Makes dead letters of up to `limit` events that were kept since before then, with a note saying why; answers how many. */
    async updateUnfetched(before: number, limit: number, why: WordedCause, now: number): Promise<number> {
      await session.all(noteUnfetched, { before, limit, ...noteOf(why, now) });
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
      why: WordedCause,
      now: number,
    ): Promise<number> {
      await session.all(noteFrom, { receiverId, fromId, limit, ...noteOf(why, now) });
      return (await session.all(buryFrom, { receiverId, fromId, limit, now })).length;
    },
    /** An event that had come to a bad end is to be fetched; false: it is none. */
    async updateKept(id: number, now: number): Promise<boolean> {
      return (await session.all(keepAgain, { id, now })).length > 0;
    },
    /** The same for those dead letters; answers their ids. */
    async updateKeptOf(letters: DeadLetters, now: number): Promise<number[]> {
      return (await session.all(keepAgainOf, { ...letters, now })).map((row) => row.id);
    },
    /** The same event under a new id, to be fetched. */
    async insertKeptResending(id: number, now: number): Promise<number> {
      const [row] = await session.all(resend, { id, state: KEPT_STATE, variant: null, now });
      return (row as { id: number }).id;
    },
  };
}
