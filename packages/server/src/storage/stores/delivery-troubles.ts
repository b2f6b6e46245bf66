import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import { PENDING, TRIED } from './event-state.ts';

/** A receiver of which an event has been tried in vain for long. */
export interface LateReceiver {
  readonly receiverId: number;
  readonly since: number;
  readonly status: number | null;
  /** Why the last try failed, in words; null: the status says it all. */
  readonly error: string | null;
}

export const failing = statement((db, p: { limit: number }) =>
  db
    .selectFrom('receiver_delivery')
    .select('receiver_id')
    .where('failures', '>', 0)
    .where('late_told_at', 'is', null)
    .where('paused_at', 'is', null)
    .orderBy('receiver_id')
    .limit(p.limit),
);
export const oldestFailed = statement((db, p: { receiverId: number; before: number }) =>
  db
    .selectFrom('event')
    .select(['id', 'first_failed_at'])
    .where('receiver_id', '=', p.receiverId)
    .where('state', '=', PENDING)
    .where('attempts', '>', TRIED)
    .where('first_failed_at', '<', p.before)
    .orderBy('id')
    .limit(1),
);
export const lastTry = statement((db, p: { eventId: number }) =>
  db.selectFrom('attempt').select(['status', 'error']).where('event_id', '=', p.eventId).orderBy('id', 'desc').limit(1),
);
export const toldLate = statement((db, p: { receiverId: number; at: number }) =>
  db.updateTable('receiver_delivery').set({ late_told_at: p.at }).where('receiver_id', '=', p.receiverId),
);
export const recovered = statement((db, _: Record<never, never>) =>
  db
    .updateTable('receiver_delivery')
    .set({ late_told_at: null })
    .where('late_told_at', 'is not', null)
    .where('failures', '=', 0),
);
export const toldOverflow = statement((db, p: { receiverId: number; at: number; before: number }) =>
  db
    .updateTable('receiver_delivery')
    .set({ overflow_told_at: p.at })
    .where('receiver_id', '=', p.receiverId)
    .where((eb) => eb.or([eb('overflow_told_at', 'is', null), eb('overflow_told_at', '<', p.before)]))
    .returning('receiver_id'),
);

/** Receivers that are in trouble, and of which troubles their owners know. */
export function deliveryTroubles(session: Session) {
  return {
    /** Up to `limit` receivers of which nobody was told and that have failed since before then. */
    async listLate(before: number, limit: number): Promise<LateReceiver[]> {
      const late: LateReceiver[] = [];
      for (const { receiver_id: receiverId } of await session.all(failing, { limit })) {
        const event = await first(session, oldestFailed, { receiverId, before });
        if (!event) continue;
        const tried = await first(session, lastTry, { eventId: event.id });
        const { status = null, error = null } = tried ?? {};
        late.push({ receiverId, since: event.first_failed_at ?? before, status, error });
      }
      return late;
    },
    async updateLateTold(receiverId: number, at: number): Promise<void> {
      await session.all(toldLate, { receiverId, at });
    },
    /** Receivers that take events again: what comes next is another trouble. */
    async updateRecovered(): Promise<void> {
      await session.all(recovered, {});
    },
    /** Whether its owner has not been told since before then; from now on they have. */
    async updateOverflowTold(receiverId: number, at: number, before: number): Promise<boolean> {
      return (await session.all(toldOverflow, { receiverId, at, before })).length > 0;
    },
  };
}
