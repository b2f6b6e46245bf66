import { sql } from 'kysely';

/** States of an event on its way; numbers because millions of them are indexed. */
export const EVENT_STATE = { pending: 0, delivered: 1, dead: 2, dropped: 3 } as const;

/** Written out in the SQL: SQLite uses an index over part of a table only where it can see that the part is meant. */
export const PENDING = sql.lit(EVENT_STATE.pending);
/** Events with more tries than that are in an index of their own while they wait. */
export const TRIED = sql.lit(0);
/** Waits until its receiver fetches it, and is nothing that delivery ends. */
export const KEPT_STATE = 4;
export const KEPT = sql.lit(KEPT_STATE);
