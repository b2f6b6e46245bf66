import { first, type Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import { EVENT_STATE, PENDING } from './event-state.ts';
import type { EventEnd } from './outbox.ts';

/** `state > 0` is the condition of the index over ended events: without these very words SQLite does not see that it fits. */
const ended = (db: Builder, p: { state: number }) =>
  db.selectFrom('event').where('state', '>', PENDING).where('state', '=', p.state);
export const newestBut = statement((db, p: { state: number; offset: number }) =>
  ended(db, p).select('finished_at').orderBy('finished_at', 'desc').limit(1).offset(p.offset),
);
export const oldest = statement((db, p: { state: number; before: number; limit: number }) =>
  ended(db, p).select('id').where('finished_at', '<', p.before).orderBy('finished_at').limit(p.limit),
);
export const removeAttempts = statement((db, p: { eventId: number }) =>
  db.deleteFrom('attempt').where('event_id', '=', p.eventId),
);
export const remove = statement((db, p: { id: number }) => db.deleteFrom('event').where('id', '=', p.id));

/** Events that have come to their end, kept for a while for those who want to see what became of them. */
export function endedEvents(session: Session) {
  return {
    /** When the newest one beyond the `kept` newest ended; 0: there are no more than that. */
    async getEndOfNewest(end: EventEnd, kept: number): Promise<number> {
      return (await first(session, newestBut, { state: EVENT_STATE[end], offset: kept }))?.finished_at ?? 0;
    },
    /** Ids of the oldest that ended before that time. */
    async listBefore(end: EventEnd, before: number, limit: number): Promise<number[]> {
      return (await session.all(oldest, { state: EVENT_STATE[end], before, limit })).map((row) => row.id);
    },
    /** Takes an event and its tries out of the database. */
    async deleteEvent(id: number): Promise<void> {
      await session.all(removeAttempts, { eventId: id });
      await session.all(remove, { id });
    },
  };
}
