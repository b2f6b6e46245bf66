import { sql } from 'kysely';
import type { EventReader, FetchedEvent } from '#domain/event-queue/fetched-event.ts';
import { readFacts } from '../facts.ts';
import { first, type Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import { EVENT_STATE, KEPT } from './event-state.ts';

const kept = (db: Builder, p: { receiverId: number }) =>
  db.selectFrom('event').where('receiver_id', '=', p.receiverId).where('state', '=', KEPT);
/** Those conditions are the ones of their indexes, to the word. */
export const numbered = statement((db, p: { receiverId: number; limit: number }) =>
  kept(db, p)
    .select(['number', 'type', 'facts', 'created_at'])
    .where('number', 'is not', null)
    .orderBy('number')
    .limit(p.limit),
);
export const unnumbered = statement((db, p: { receiverId: number }) =>
  kept(db, p).select('id').where('number', 'is', null).limit(sql.lit(1)),
);
const oldestUnnumbered = (db: Builder, p: { receiverId: number; limit: number }) =>
  kept(db, p).select('id').where('number', 'is', null).orderBy('id').limit(p.limit);
/** Within parentheses of its own: a part of a union has no order otherwise. */
const oldestOf = (db: Builder, p: { receiverId: number; limit: number }) =>
  db.selectFrom(oldestUnnumbered(db, p).as('oldest')).select('id');
interface ToNumber {
  readonly receiverId: number;
  /** Whose events are in the same order with those of the first; 0: nobody's. */
  readonly besideId: number;
  readonly after: number;
  readonly limit: number;
}
export const oldest = statement((db, p: { receiverId: number; limit: number }) => oldestUnnumbered(db, p));
export const giveNumber = statement((db, p: { id: number; number: number }) =>
  db.updateTable('event').set({ number: p.number }).where('id', '=', p.id),
);
export const giveNumbers = statement((db, p: ToNumber) =>
  db
    .updateTable('event')
    .from(
      db
        .selectFrom(
          oldestOf(db, p)
            .unionAll(oldestOf(db, { receiverId: p.besideId, limit: p.limit }))
            .orderBy('id')
            .limit(p.limit)
            .as('next'),
        )
        .select(['next.id as due_id', sql<number>`row_number() over (order by next.id)`.as('place')])
        .as('due'),
    )
    .set({ number: sql<number>`${p.after} + due.place` })
    .whereRef('event.id', '=', 'due.due_id')
    .returning('event.id'),
);
export const confirm = statement((db, p: { receiverId: number; below: number; now: number }) =>
  db
    .updateTable('event')
    .set({ state: EVENT_STATE.delivered, finished_at: p.now })
    .where('receiver_id', '=', p.receiverId)
    .where('state', '=', KEPT)
    .where('number', 'is not', null)
    .where('number', '<', p.below),
);
export const keepBound = statement((db, p: { receiverId: number; below: number }) =>
  db
    .insertInto('event_reader')
    .values({ receiver_id: p.receiverId, confirmed: p.below })
    .onConflict((conflict) =>
      conflict.column('receiver_id').doUpdateSet({ confirmed: p.below }).where('event_reader.confirmed', '<', p.below),
    ),
);
export const keepTime = statement((db, p: { receiverId: number; now: number }) =>
  db
    .insertInto('event_reader')
    .values({ receiver_id: p.receiverId, confirmed: 0, fetched_at: p.now })
    .onConflict((conflict) => conflict.column('receiver_id').doUpdateSet({ fetched_at: p.now })),
);
export const reader = statement((db, p: { receiverId: number }) =>
  db.selectFrom('event_reader').select(['confirmed', 'fetched_at']).where('receiver_id', '=', p.receiverId),
);
export const line = statement((db, p: { portalId: number }) =>
  db.selectFrom('event_line').select('last').where('portal_id', '=', p.portalId),
);
/** Nothing changes, but nobody else gets past the row until the unit ends. */
export const lock = statement((db, p: { portalId: number }) =>
  db
    .insertInto('event_line')
    .values({ portal_id: p.portalId, last: 0 })
    .onConflict((conflict) => conflict.column('portal_id').doUpdateSet((eb) => ({ last: eb.ref('event_line.last') })))
    .returning('last'),
);
export const move = statement((db, p: { portalId: number; last: number }) =>
  db.updateTable('event_line').set({ last: p.last }).where('portal_id', '=', p.portalId),
);

/** Events that wait to be fetched, their numbers, and which of them were confirmed. */
export function fetchStore(session: Session) {
  return {
    /** By number, `limit` of those that are not confirmed. */
    async listNumbered(receiverId: number, limit: number): Promise<FetchedEvent[]> {
      return (await session.all(numbered, { receiverId, limit })).map((row) => ({
        number: row.number as number,
        receiverId,
        event: readFacts(row.type, row.facts),
        at: row.created_at,
      }));
    },
    /** The id of one that has no number yet. */
    async findUnnumbered(receiverId: number): Promise<number | undefined> {
      return (await first(session, unnumbered, { receiverId }))?.id;
    },
    async getReader(receiverId: number): Promise<EventReader> {
      const row = await first(session, reader, { receiverId });
      return { confirmed: row?.confirmed ?? 0, fetchedAt: row?.fetched_at ?? null };
    },
    /** The last number that was given. */
    async getLast(portalId: number): Promise<number> {
      return (await first(session, line, { portalId }))?.last ?? 0;
    },
    /** The same; until the unit ends nobody else gives numbers. */
    async lockLine(portalId: number): Promise<number> {
      return (await first(session, lock, { portalId }))?.last ?? 0;
    },
    async updateLine(portalId: number, last: number): Promise<void> {
      await session.all(move, { portalId, last });
    },
    /** Gives the `limit` oldest of one or two receivers that have none the numbers behind `after`; answers how many there were. */
    async updateNumbered(receiverIds: readonly number[], after: number, limit: number): Promise<number> {
      const [receiverId = 0, besideId = 0] = receiverIds;
      if (session.dialect === 'postgres')
        return (await session.all(giveNumbers, { receiverId, besideId, after, limit })).length;
      // Mostly there is one or none, for which SQLite takes three times as long with the statement for all.
      const ids: number[] = [];
      for (const id of receiverIds)
        for (const row of await session.all(oldest, { receiverId: id, limit })) ids.push(row.id);
      const next = ids.sort((a, b) => a - b).slice(0, limit);
      for (const [place, id] of next.entries()) await session.all(giveNumber, { id, number: after + place + 1 });
      return next.length;
    },
    /** All below that number have been dealt with. */
    async updateConfirmed(receiverId: number, below: number, now: number): Promise<void> {
      await session.all(confirm, { receiverId, below, now });
      await session.all(keepBound, { receiverId, below });
    },
    /** Somebody has asked for its events. */
    async updateFetchedAt(receiverId: number, now: number): Promise<void> {
      await session.all(keepTime, { receiverId, now });
    },
  };
}
