import { sql } from 'kysely';
import { first, type Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import type { Attempt } from './attempts.ts';
import { EVENT_STATE, KEPT, PENDING } from './event-state.ts';
import { type StoredEvent, toAttempt, toStoredEvent } from './stored-event.ts';

/** Which events are looked for, the newest first. */
export interface EventQuery {
  readonly portalId: number;
  /** Below this id. */
  readonly before: number;
  /** From this id on: so many rows are looked at, whatever is found. */
  readonly from: number;
  readonly receiverIds: readonly number[] | undefined;
  readonly lane?: number | undefined;
  /** Failed at least once: given up, dropped, or to be tried again. */
  readonly isFailed: boolean;
  /** On their way, or ended since then. */
  readonly since: number;
  readonly limit: number;
}

const ofPortal = (db: Builder, portalId: number) =>
  db
    .selectFrom('event')
    .innerJoin('receiver', 'receiver.id', 'event.receiver_id')
    .selectAll('event')
    .where('receiver.portal_id', '=', portalId);

export const byId = statement((db, p: { portalId: number; id: number }) =>
  ofPortal(db, p.portalId).where('event.id', '=', p.id),
);
export const resendings = statement((db, p: { id: number }) =>
  db.selectFrom('event').select('id').where('resent_from', '=', p.id).orderBy('id'),
);
export const triesOf = statement((db, p: { eventId: number; limit: number }) =>
  db.selectFrom('attempt').selectAll().where('event_id', '=', p.eventId).orderBy('id', 'desc').limit(p.limit),
);
const countedOf = (db: Builder, receiverId: number, state: typeof KEPT | typeof PENDING) =>
  db
    .selectFrom('event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('receiver_id', '=', receiverId)
    .where('state', '=', state);
export const pendingOf = statement((db, p: { receiverId: number }) => countedOf(db, p.receiverId, PENDING));
export const keptOf = statement((db, p: { receiverId: number }) => countedOf(db, p.receiverId, KEPT));
export const headOfLane = statement((db, p: { receiverId: number; lane: number; before: number }) =>
  db
    .selectFrom('event')
    .select('id')
    .where('receiver_id', '=', p.receiverId)
    .where('state', '=', PENDING)
    .where('lane', '=', p.lane)
    .where('id', '<', p.before)
    .orderBy('id')
    .limit(1),
);
/** Each for itself: asked for both at once, SQLite reads them all. */
export const bounds = statement((db, _: Record<never, never>) =>
  db.selectNoFrom((eb) => [
    eb
      .selectFrom('event')
      .select((one) => one.fn.min('id').as('id'))
      .as('oldest'),
    eb
      .selectFrom('event')
      .select((one) => one.fn.max('id').as('id'))
      .as('newest'),
  ]),
);

export const nextInLane = statement((db, p: { receiverId: number; lane: number; after: number; upTo: number }) =>
  db
    .selectFrom('event')
    .select('created_at')
    .where('id', '>', p.after)
    .where('id', '<=', p.upTo)
    .where('receiver_id', '=', p.receiverId)
    .where('lane', '=', p.lane)
    .orderBy('id')
    .limit(1),
);
export const timeAt = statement((db, p: { id: number }) =>
  db.selectFrom('event').select('created_at').where('id', '<=', p.id).orderBy('id', 'desc').limit(1),
);

const { pending, dead, dropped } = EVENT_STATE;

/** Events and their tries as they are kept, for those who want to know what became of them. */
export function eventArchive(session: Session) {
  return {
    async findEvent(portalId: number, id: number): Promise<StoredEvent | undefined> {
      const row = await first(session, byId, { portalId, id });
      return row && toStoredEvent(row);
    },
    /** Ids of the events by which it was sent anew. */
    async listResendings(id: number): Promise<number[]> {
      return (await session.all(resendings, { id })).map((row) => row.id);
    },
    /** The newest `limit` tries, oldest first. */
    async listTries(eventId: number, limit: number): Promise<Attempt[]> {
      return (await session.all(triesOf, { eventId, limit })).map(toAttempt).reverse();
    },
    /** The event that goes before this one: the first that waits in its chat; undefined: none does. */
    async findHeadBefore({ id: before, receiverId, lane }: StoredEvent): Promise<number | undefined> {
      return (await first(session, headOfLane, { receiverId, lane, before }))?.id;
    },
    /** Events that wait to be delivered to a receiver. */
    async countPending(receiverId: number): Promise<number> {
      return Number((await first(session, pendingOf, { receiverId }))?.count ?? 0);
    },
    /** Events that wait until their receiver fetches them. */
    async countKept(receiverId: number): Promise<number> {
      return Number((await first(session, keptOf, { receiverId }))?.count ?? 0);
    },
    /** Of all events there are. */
    async getBounds(): Promise<{ readonly oldest: number; readonly newest: number }> {
      const row = await first(session, bounds, {});
      return { oldest: Number(row?.oldest ?? 0), newest: Number(row?.newest ?? -1) };
    },
    /** When the next event of its chat happened that its receiver hears, if it is one of the next `within`. */
    async findTimeOfNext({ id: after, receiverId, lane }: StoredEvent, within: number): Promise<number | undefined> {
      return (await first(session, nextInLane, { receiverId, lane, after, upTo: after + within }))?.created_at;
    },
    /** When the newest event up to that id happened; undefined: there is none. */
    async findTimeAt(id: number): Promise<number | undefined> {
      return (await first(session, timeAt, { id }))?.created_at;
    },
    async listEvents(query: EventQuery): Promise<StoredEvent[]> {
      const { portalId, before, from, receiverIds, lane, isFailed, since, limit } = query;
      const rows = await session.query((db) => {
        let found = ofPortal(db, portalId)
          .where('event.id', '<', before)
          .where('event.id', '>=', from)
          .where((eb) => eb.or([eb('finished_at', 'is', null), eb('finished_at', '>=', since)]))
          .orderBy('event.id', 'desc')
          .limit(limit);
        if (receiverIds !== undefined) found = found.where('event.receiver_id', 'in', receiverIds);
        if (lane !== undefined) found = found.where('event.lane', '=', lane);
        if (isFailed)
          found = found.where(
            sql<boolean>`(event.state in (${sql.lit(dead)}, ${sql.lit(dropped)}) or event.first_failed_at is not null and event.state = ${sql.lit(pending)})`,
          );
        return found;
      });
      return rows.map(toStoredEvent);
    },
  };
}
