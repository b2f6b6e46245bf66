import { sql } from 'kysely';
import type { PortalEvent } from '#domain/event.ts';
import { readFacts } from '../facts.ts';
import type { Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';
import { EVENT_STATE, KEPT, KEPT_STATE, PENDING } from './event-state.ts';

/** Those that wait in that state, but for those that go where they were to go before their bot was taken over. */
const waiting = (db: Builder, p: { receiverId: number; limit: number }, state: typeof KEPT | typeof PENDING) =>
  db
    .selectFrom('event')
    .select('id')
    .where('receiver_id', '=', p.receiverId)
    .where('state', '=', state)
    .where((eb) => eb.or([eb('variant', 'is', null), eb('variant', 'not like', sql.lit('%"earlier"%'))]))
    .orderBy('id')
    .limit(p.limit);

interface ToKeep {
  readonly receiverId: number;
  readonly limit: number;
  readonly now: number;
}
const keptFrom = (db: Builder, p: ToKeep) =>
  db
    .updateTable('event')
    .set({ state: KEPT_STATE, kept_since: p.now })
    .where('id', 'in', () => waiting(db, p, PENDING))
    .returning('id');
export const keep = statement(keptFrom);
export const keepUnnumbered = statement((db, p: ToKeep) => keptFrom(db, p).set({ number: null }));
export const send = statement((db, p: { receiverId: number; limit: number }) =>
  db
    .updateTable('event')
    .set({ state: EVENT_STATE.pending, attempts: 0, first_failed_at: null, next_try_at: 0 })
    .where('id', 'in', () => waiting(db, p, KEPT))
    .returning('id'),
);
export const plain = statement((db, p: { receiverId: number; limit: number }) =>
  db
    .selectFrom('event')
    .select(['id', 'type', 'facts'])
    .where('receiver_id', '=', p.receiverId)
    .where('state', '=', PENDING)
    .where('variant', 'is', null)
    .orderBy('id')
    .limit(p.limit),
);
export const vary = statement((db, p: { id: number; variant: string }) =>
  db.updateTable('event').set({ variant: p.variant }).where('id', '=', p.id),
);
/** What was recorded the other way while its bot was switched. */
export const strayed = statement((db, p: { mode: string; state: number }) =>
  db
    .selectFrom('bot')
    .select('receiver_id')
    .where('event_mode', '=', p.mode)
    .where('generation', '=', sql.lit('v2'))
    .where('deleted_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('event')
          .select('event.id')
          .whereRef('event.receiver_id', '=', 'bot.receiver_id')
          .where('event.state', '=', p.state),
      ),
    ),
);

/** Events of bots that begin to hear of them in another way. */
export function eventMoves(session: Session) {
  return {
    /**
     * Up to `limit` that were to be sent wait until they are fetched; answers how many.
     *
     * @param keepsNumbers those that were fetched before come again under their numbers
     */
    async updateToFetch(receiverId: number, limit: number, now: number, keepsNumbers: boolean): Promise<number> {
      return (await session.all(keepsNumbers ? keep : keepUnnumbered, { receiverId, limit, now })).length;
    },
    /** Up to `limit` that were to be fetched are to be sent; answers how many. */
    async updateToSend(receiverId: number, limit: number): Promise<number> {
      return (await session.all(send, { receiverId, limit })).length;
    },
    /** Up to `limit` that wait to be sent as they were recorded. */
    async listWithoutVariant(receiverId: number, limit: number): Promise<{ id: number; event: PortalEvent }[]> {
      const rows = await session.all(plain, { receiverId, limit });
      return rows.map(({ id, type, facts }) => ({ id, event: readFacts(type, facts) }));
    },
    /** Sends it where it was to go, in the form of generation 1. */
    async updateEarlier(id: number, earlier: { readonly url: string; readonly handlerId: number }): Promise<void> {
      await session.all(vary, { id, variant: JSON.stringify({ earlier }) });
    },
    /** Receivers of bots that are called for which something is kept, and of those that fetch for which something is to be sent. */
    async listStrayed(): Promise<{ readonly toSend: readonly number[]; readonly toKeep: readonly number[] }> {
      const toSend = await session.all(strayed, { mode: 'webhook', state: KEPT_STATE });
      const toKeep = await session.all(strayed, { mode: 'fetch', state: EVENT_STATE.pending });
      return { toSend: toSend.map((row) => row.receiver_id), toKeep: toKeep.map((row) => row.receiver_id) };
    },
  };
}
