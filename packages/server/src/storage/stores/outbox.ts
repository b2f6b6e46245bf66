import type { PortalEvent } from '#domain/event.ts';
import { readFacts } from '../facts.ts';
import type { Session } from '../session.ts';
import { type Builder, statement, type ValuesOf } from '../statement.ts';
import type { EventTable } from '../tables/outbox-tables.ts';
import { attempts } from './attempts.ts';
import { deliveryLeases } from './delivery-leases.ts';
import { eventBacklog } from './event-backlog.ts';
import { eventRevival } from './event-revival.ts';
import { EVENT_STATE, PENDING } from './event-state.ts';
import type { EventVariant } from './event-variant.ts';

/** An event that waits to be delivered. */
export interface PendingEvent {
  readonly id: number;
  readonly receiverId: number;
  /** Events of a lane are delivered one after the other. */
  readonly lane: number;
  readonly event: PortalEvent;
  /** By which of its subscriptions the receiver hears of it; null for a bot. */
  readonly subscriptionId: number | null;
  /** Tries so far. */
  readonly attempts: number;
  readonly firstFailedAt: number | null;
  /** Not before then; milliseconds since 1970. */
  readonly nextTryAt: number;
  /** The event of which it is another sending. */
  readonly resentFrom?: number;
  /** How it differs from what its facts say. */
  readonly variant?: EventVariant;
}

export const receiversWithPending = statement((db, _: Record<never, never>) =>
  db.selectFrom('event').select('receiver_id').distinct().where('state', '=', PENDING),
);
const NEEDED = [
  'id',
  'receiver_id',
  'lane',
  'type',
  'facts',
  'attempts',
  'first_failed_at',
  'next_try_at',
  'subscription_id',
  'resent_from',
  'variant',
] as const;
const waiting = (db: Builder, p: { receiverId: number; after: number; limit: number }) =>
  db
    .selectFrom('event')
    .select(NEEDED)
    .where('receiver_id', '=', p.receiverId)
    .where('state', '=', PENDING)
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(p.limit);
export const pending = statement(waiting);
export const pendingInLane = statement(
  (db, p: { receiverId: number; lane: number; after: number; upTo: number; limit: number }) =>
    waiting(db, p).where('id', '<=', p.upTo).where('lane', '=', p.lane),
);
const waitingOne = (db: Builder, id: number) =>
  db.updateTable('event').where('id', '=', id).where('state', '=', PENDING);
export const finish = statement((db, p: { id: number; state: number; now: number }) =>
  waitingOne(db, p.id).set((eb) => ({ state: p.state, finished_at: p.now, attempts: eb('attempts', '+', 1) })),
);
export const deliver = statement((db, p: { id: number; now: number; status: number; durationMs: number }) =>
  waitingOne(db, p.id).set((eb) => ({
    state: EVENT_STATE.delivered,
    finished_at: p.now,
    attempts: eb('attempts', '+', 1),
    status: p.status,
    duration_ms: p.durationMs,
  })),
);
export const retry = statement((db, p: { id: number; now: number; nextTryAt: number }) =>
  waitingOne(db, p.id).set((eb) => ({
    attempts: eb('attempts', '+', 1),
    first_failed_at: eb.fn.coalesce('first_failed_at', eb.val(p.now)),
    next_try_at: p.nextTryAt,
  })),
);
export const counts = statement((db, _: Record<never, never>) =>
  db
    .selectFrom('event')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state'),
);

/** The outbox as delivery sees it: which receivers have something to come, what it is, and what became of it. */
export function outbox(session: Session): Outbox {
  return session.once(makeOutbox);
}

function makeOutbox(session: Session) {
  return {
    ...deliveryLeases(session),
    async listReceiversWithPending(): Promise<number[]> {
      return (await session.all(receiversWithPending, {})).map((row) => row.receiver_id);
    },
    /** In the order they happened. */
    async listPending(receiverId: number, after: number, limit: number): Promise<PendingEvent[]> {
      return (await session.all(pending, { receiverId, after, limit })).map(toPendingEvent);
    },
    /** Of one lane, after the event `after` up to the event `upTo`. */
    async listPendingInLane(
      receiverId: number,
      lane: number,
      after: number,
      upTo: number,
      limit: number,
    ): Promise<PendingEvent[]> {
      return (await session.all(pendingInLane, { receiverId, lane, after, upTo, limit })).map(toPendingEvent);
    },
    ...eventBacklog(session),
    ...eventRevival(session),
    /** It is where it belongs; `status` is what was answered. */
    async updateDelivered(id: number, status: number, durationMs: number, now: number): Promise<void> {
      await session.all(deliver, { id, now, status, durationMs: Math.round(durationMs) });
    },
    /** It never got there. */
    async updateFinished(id: number, outcome: Exclude<EventEnd, 'delivered'>, now: number): Promise<void> {
      await session.all(finish, { id, state: EVENT_STATE[outcome], now });
    },
    async updateNextTry(id: number, now: number, nextTryAt: number): Promise<void> {
      await session.all(retry, { id, now, nextTryAt });
    },
    ...attempts(session),
    /** How many events are in which state. */
    async countByState(): Promise<Readonly<Record<keyof typeof EVENT_STATE, number>>> {
      const rows = await session.all(counts, {});
      const of = (state: keyof typeof EVENT_STATE) =>
        Number(rows.find((row) => row.state === EVENT_STATE[state])?.count ?? 0);
      return { pending: of('pending'), delivered: of('delivered'), dead: of('dead'), dropped: of('dropped') };
    },
  };
}

/** How an event can come to its end. */
export type EventEnd = Exclude<keyof typeof EVENT_STATE, 'pending'>;

export type Outbox = ReturnType<typeof makeOutbox>;

function toPendingEvent(row: ValuesOf<EventTable, typeof NEEDED>): PendingEvent {
  return {
    id: row.id,
    receiverId: row.receiver_id,
    lane: row.lane,
    event: readFacts(row.type, row.facts),
    subscriptionId: row.subscription_id,
    attempts: row.attempts,
    firstFailedAt: row.first_failed_at,
    nextTryAt: row.next_try_at,
    ...(row.resent_from !== null && { resentFrom: row.resent_from }),
    ...(row.variant !== null && { variant: JSON.parse(row.variant) as EventVariant }),
  };
}
