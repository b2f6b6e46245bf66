import { sql } from 'kysely';
import type { BotEvent } from '../../domain/event.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';

/** States of an event on its way; numbers because millions of them are indexed. */
export const EVENT_STATE = { pending: 0, delivered: 1, dead: 2, dropped: 3 } as const;

/** Written out in the SQL: SQLite uses an index over part of a table only where it can see that the part is meant. */
export const PENDING = sql.lit(EVENT_STATE.pending);

const insert = statement((db, p: { botId: number; lane: number; type: string; facts: string; now: number }) =>
  db
    .insertInto('event')
    .values({ bot_id: p.botId, lane: p.lane, type: p.type, facts: p.facts, created_at: p.now })
    .returning('id'),
);
const dropPending = statement((db, p: { botId: number; now: number }) =>
  db
    .updateTable('event')
    .set({ state: EVENT_STATE.dropped, finished_at: p.now })
    .where('bot_id', '=', p.botId)
    .where('state', '=', PENDING),
);

/** The outbox as the domain sees it: what a bot is told is written in the same transaction as what caused it. */
export function eventLog(session: Session) {
  return {
    /** `lane` is the chat the event belongs to: order is kept within (bot, lane). */
    async record(botId: number, lane: number, event: BotEvent, now: number): Promise<number> {
      const { type, ...facts } = event;
      const row = await first(session, insert, { botId, lane, type, facts: JSON.stringify(facts), now });
      return (row as { id: number }).id;
    },
    async dropPending(botId: number, now: number): Promise<void> {
      await session.all(dropPending, { botId, now });
    },
  };
}
