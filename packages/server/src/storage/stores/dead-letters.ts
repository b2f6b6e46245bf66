import type { WordedCause } from '#domain/event-cause.ts';
import type { Builder } from '../statement.ts';
import { EVENT_STATE, type KEPT, type PENDING } from './event-state.ts';

/*
 * Queries that make dead letters of events which nobody tries to deliver any more, with a note saying why. What waits
 * to be delivered and what is kept until it is fetched differ in their state alone.
 */

type State = typeof KEPT | typeof PENDING;

export interface Beyond {
  readonly receiverId: number;
  readonly offset: number;
}

/** Up to `limit` events of a receiver, from `fromId` on. */
export interface From {
  readonly receiverId: number;
  readonly fromId: number;
  readonly limit: number;
}

export interface Note {
  readonly now: number;
  readonly note: string;
  /** The same by its kind, as a document. */
  readonly cause: string;
}

export function noteOf({ words: note, cause }: WordedCause, now: number): Note {
  return { now, note, cause: JSON.stringify(cause) };
}

export const inState = (db: Builder, state: State) => db.selectFrom('event').where('state', '=', state).orderBy('id');

type Events = ReturnType<typeof inState>;

/** The first event of a receiver beyond so many. */
export const firstBeyond = (db: Builder, state: State, p: Beyond) =>
  inState(db, state).select('id').where('receiver_id', '=', p.receiverId).limit(1).offset(p.offset);

export const fromOn = (db: Builder, state: State, p: From) =>
  inState(db, state).where('receiver_id', '=', p.receiverId).where('id', '>=', p.fromId).limit(p.limit);

export const noted = (db: Builder, events: Events, p: Note) =>
  db
    .insertInto('attempt')
    .columns(['event_id', 'at', 'duration_ms', 'error', 'cause'])
    .expression(
      events.select((eb) => [
        'id',
        eb.val(p.now).as('at'),
        eb.lit(0).as('duration_ms'),
        eb.val(p.note).as('error'),
        eb.val(p.cause).as('cause'),
      ]),
    );

export const buried = (db: Builder, events: Events, now: number) =>
  db
    .updateTable('event')
    .set({ state: EVENT_STATE.dead, finished_at: now })
    .where('id', 'in', events.select('id'))
    .returning('id');
