import type { PortalEvent } from '#domain/event.ts';
import { writeFacts } from '../facts.ts';
import { first, type Session } from '../session.ts';
import { type Builder, statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { EventTable } from '../tables/outbox-tables.ts';
import { eventMoves } from './event-moves.ts';
import { EVENT_STATE, KEPT, KEPT_STATE, PENDING } from './event-state.ts';
import { keptEvents } from './kept-events.ts';

export const insert = statement(
  (db, p: { receiverId: number; lane: number; type: string; facts: string; now: number }) =>
    db
      .insertInto('event')
      .values({ receiver_id: p.receiverId, lane: p.lane, type: p.type, facts: p.facts, created_at: p.now })
      .returning('id'),
);
const BY_SUBSCRIPTION = [
  'receiver_id',
  'lane',
  'type',
  'facts',
  'created_at',
  'subscription_id',
  'next_try_at',
] as const;
export const insertFor = statement((db, p: ValuesOf<EventTable, typeof BY_SUBSCRIPTION>) =>
  db.insertInto('event').values(valuesOf(p, BY_SUBSCRIPTION)).returning('id'),
);
const KEPT_EVENT = ['receiver_id', 'lane', 'type', 'facts', 'created_at', 'state'] as const;
export const insertKept = statement((db, p: ValuesOf<EventTable, typeof KEPT_EVENT>) =>
  db.insertInto('event').values(valuesOf(p, KEPT_EVENT)).returning('id'),
);
interface ToDrop {
  readonly receiverId: number;
  /** Of this type it is told all the same. */
  readonly but: string;
  readonly limit: number;
  readonly now: number;
}
const dropped = (db: Builder, p: ToDrop, state: typeof KEPT | typeof PENDING) =>
  db
    .updateTable('event')
    .set({ state: EVENT_STATE.dropped, finished_at: p.now })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('event')
        .select('id')
        .where('receiver_id', '=', p.receiverId)
        .where('state', '=', state)
        .where('type', '<>', p.but)
        .orderBy('id')
        .limit(p.limit),
    )
    .returning('id');
export const dropKept = statement((db, p: ToDrop) => dropped(db, p, KEPT));
export const dropPending = statement((db, p: ToDrop) => dropped(db, p, PENDING));

/** The outbox as the domain sees it: what somebody is told is written in the same transaction as what caused it. */
export function eventLog(session: Session) {
  return {
    /** `lane` is the chat the event belongs to: order is kept within (receiver, lane). */
    async insertEvent(receiverId: number, lane: number, event: PortalEvent, now: number): Promise<number> {
      const row = await first(session, insert, { receiverId, lane, type: event.type, facts: writeFacts(event), now });
      return (row as { id: number }).id;
    },
    /** The same for one that fetches its events: delivery never sees it. */
    async insertKeptEvent(
      receiverId: number,
      lane: number,
      { type, ...facts }: PortalEvent,
      now: number,
    ): Promise<number> {
      const row = await first(session, insertKept, {
        receiver_id: receiverId,
        lane,
        type,
        facts: writeFacts(facts),
        created_at: now,
        state: KEPT_STATE,
      });
      return (row as { id: number }).id;
    },
    /** The same for one who subscribed to it; not to be sent before `from`. */
    async insertEventFor(
      subscription: { readonly id: number; readonly receiverId: number },
      lane: number,
      event: PortalEvent,
      now: number,
      from: number,
    ): Promise<number> {
      const row = await first(session, insertFor, {
        receiver_id: subscription.receiverId,
        lane,
        type: event.type,
        facts: writeFacts(event),
        created_at: now,
        subscription_id: subscription.id,
        next_try_at: from,
      });
      return (row as { id: number }).id;
    },
    ...keptEvents(session),
    ...eventMoves(session),
    /** The receiver hears no more of `limit` of its events, whose type is not `but`; answers how many there were. */
    async updateDropped(
      receiverId: number,
      but: PortalEvent['type'] | undefined,
      limit: number,
      now: number,
    ): Promise<number> {
      const which = { receiverId, but: but ?? '', now };
      const pending = (await session.all(dropPending, { ...which, limit })).length;
      return pending < limit
        ? pending + (await session.all(dropKept, { ...which, limit: limit - pending })).length
        : pending;
    },
  };
}
