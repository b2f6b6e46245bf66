import { sql } from 'kysely';
import type { PortalEvent } from '#domain/event.ts';
import { writeFacts } from '../facts.ts';
import type { Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import { EVENT_STATE, PENDING, TRIED } from './event-state.ts';
import type { EventVariant } from './event-variant.ts';

/** Written out: the index over dead letters is used only where the query can be seen to mean them. */
const DEAD = sql.lit(EVENT_STATE.dead);

/** Dead letters of a receiver that ended since then, after the event `after`. */
export interface DeadLetters {
  readonly receiverId: number;
  readonly after: number;
  readonly since: number;
  readonly limit: number;
}

export const endedBadly = [EVENT_STATE.dead, EVENT_STATE.dropped] as const;
export const deadLettersOf = (db: Pick<Builder, 'selectFrom'>, p: DeadLetters) =>
  db
    .selectFrom('event')
    .select('id')
    .where('receiver_id', '=', p.receiverId)
    .where('state', '=', DEAD)
    .where('id', '>', p.after)
    .where('finished_at', '>=', p.since)
    .orderBy('id')
    .limit(p.limit);
/** As it was before anybody tried. Its number goes, too: readers may have gone past it. */
export const ANEW = { attempts: 0, first_failed_at: null, next_try_at: 0, finished_at: null, number: null } as const;

const revived = (db: Builder) => db.updateTable('event').set({ state: EVENT_STATE.pending, ...ANEW });

export const revive = statement((db, p: { id: number }) =>
  revived(db).where('id', '=', p.id).where('state', 'in', endedBadly).returning('id'),
);
export const reviveOf = statement((db, p: DeadLetters) =>
  revived(db)
    .where('id', 'in', () => deadLettersOf(db, p))
    .returning('id'),
);
export const skip = statement((db, p: { id: number; now: number }) =>
  db
    .updateTable('event')
    .set({ state: EVENT_STATE.dropped, finished_at: p.now })
    .where('id', '=', p.id)
    .where('state', '=', PENDING)
    .returning('id'),
);
interface Resending {
  readonly id: number;
  readonly state: number;
  readonly variant: string | null;
  readonly now: number;
}
export const resend = statement((db, p: Resending) =>
  db
    .insertInto('event')
    .columns([
      'receiver_id',
      'lane',
      'type',
      'facts',
      'subscription_id',
      'created_at',
      'resent_from',
      'variant',
      'state',
    ])
    .expression((eb) =>
      eb
        .selectFrom('event')
        .select((e) => [
          'receiver_id',
          'lane',
          'type',
          'facts',
          'subscription_id',
          e.val(p.now).as('created_at'),
          'id as resent_from',
          e.val(p.variant).as('variant'),
          e.val(p.state).as('state'),
        ])
        .where('id', '=', p.id),
    )
    .returning('id'),
);
export const insertTest = statement(
  (db, p: { receiverId: number; lane: number; type: string; facts: string; variant: string; now: number }) =>
    db
      .insertInto('event')
      .values({
        receiver_id: p.receiverId,
        lane: p.lane,
        type: p.type,
        facts: p.facts,
        variant: p.variant,
        created_at: p.now,
      })
      .returning('id'),
);
const waitingOf = (db: Builder, receiverId: number) =>
  db
    .updateTable('event')
    .where('receiver_id', '=', receiverId)
    .where('state', '=', PENDING)
    .where('attempts', '>', TRIED);
// Its waits begin anew: whoever has just set a bot up may not listen yet at the first try after that.
export const hurry = statement((db, p: { receiverId: number }) =>
  waitingOf(db, p.receiverId).set({ next_try_at: 0, attempts: 1 }),
);
export const postpone = statement((db, p: { receiverId: number; by: number }) =>
  waitingOf(db, p.receiverId).set((eb) => ({
    next_try_at: eb('next_try_at', '+', p.by),
    first_failed_at: eb('first_failed_at', '+', p.by),
  })),
);

/** What a person does with events that did not arrive. Delivery must not be sending for the receiver meanwhile. */
export function eventRevival(session: Session) {
  return {
    /** An event that had come to a bad end is to be tried again; false: it is none. */
    async updateRevived(id: number): Promise<boolean> {
      return (await session.all(revive, { id })).length > 0;
    },
    /** The same for up to `limit` dead letters of a receiver that ended since then, after the event `after`; answers their ids. */
    async updateRevivedOf(receiverId: number, after: number, since: number, limit: number): Promise<number[]> {
      return (await session.all(reviveOf, { receiverId, after, since, limit })).map((row) => row.id);
    },
    /** An event that waits is not sent any more; false: it does not wait. */
    async updateSkipped(id: number, now: number): Promise<boolean> {
      return (await session.all(skip, { id, now })).length > 0;
    },
    /** The same event under a new id. */
    async insertResending(id: number, variant: EventVariant | null, now: number): Promise<number> {
      const what = { id, state: EVENT_STATE.pending, variant: variant && JSON.stringify(variant), now };
      const [row] = await session.all(resend, what);
      return (row as { id: number }).id;
    },
    /** An event that tells of nothing that happened. */
    async insertTest(receiverId: number, lane: number, event: PortalEvent, variant: EventVariant, now: number) {
      const { type } = event;
      const what = { receiverId, lane, type, facts: writeFacts(event), variant: JSON.stringify(variant), now };
      const [row] = await session.all(insertTest, what);
      return (row as { id: number }).id;
    },
    /** What waits for a later try of a receiver is due, and waits no longer than at first after that. */
    async updateDue(receiverId: number): Promise<void> {
      await session.all(hurry, { receiverId });
    },
    /** What has failed waits longer by so much, and is as much younger. */
    async updatePostponed(receiverId: number, by: number): Promise<void> {
      await session.all(postpone, { receiverId, by });
    },
  };
}
