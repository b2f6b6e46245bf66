import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';

/** A receiver whose events this process may deliver. */
export interface Lease {
  readonly epoch: number;
  /** Failures in a row; kept, so that a restart does not unleash a storm. */
  readonly failures: number;
  readonly notBefore: number;
  /** false: like the cloud, an event is sent once and never again. */
  readonly retries: boolean;
  /** A person wants nothing to be sent for now. */
  readonly isPaused: boolean;
}

/** How a receiver is delivered to, as it is written down. */
export interface DeliveryState {
  readonly failures: number;
  readonly notBefore: number;
  readonly retries: boolean;
  /** Milliseconds since 1970; null: it is not. */
  readonly pausedAt: number | null;
}

export const claim = statement((db, p: { receiverId: number; owner: string; now: number; until: number }) =>
  db
    .insertInto('receiver_delivery')
    .values({ receiver_id: p.receiverId, lease_owner: p.owner, lease_until: p.until, epoch: 1 })
    .onConflict((conflict) =>
      conflict
        .column('receiver_id')
        .doUpdateSet((eb) => ({
          lease_owner: p.owner,
          lease_until: p.until,
          epoch: eb('receiver_delivery.epoch', '+', 1),
        }))
        .where((eb) =>
          eb.or([
            eb('receiver_delivery.lease_until', '<', p.now),
            eb('receiver_delivery.lease_owner', '=', p.owner),
            eb('receiver_delivery.lease_owner', 'is', null),
          ]),
        ),
    )
    .returning(['epoch', 'failures', 'not_before', 'retries', 'paused_at']),
);
export const renew = statement((db, p: { owner: string; until: number }) =>
  db.updateTable('receiver_delivery').set({ lease_until: p.until }).where('lease_owner', '=', p.owner),
);
export const release = statement((db, p: { owner: string }) =>
  db.updateTable('receiver_delivery').set({ lease_owner: null, lease_until: 0 }).where('lease_owner', '=', p.owner),
);
export const releaseAll = statement((db, _: Record<never, never>) =>
  db.updateTable('receiver_delivery').set({ lease_owner: null, lease_until: 0 }).where('lease_owner', 'is not', null),
);
export const retries = statement((db, p: { receiverId: number; retries: number }) =>
  db
    .insertInto('receiver_delivery')
    .values({ receiver_id: p.receiverId, retries: p.retries })
    .onConflict((conflict) => conflict.column('receiver_id').doUpdateSet({ retries: p.retries })),
);
export const pause = statement((db, p: { receiverId: number; at: number }) =>
  db
    .insertInto('receiver_delivery')
    .values({ receiver_id: p.receiverId, paused_at: p.at })
    .onConflict((conflict) =>
      conflict.column('receiver_id').doUpdateSet((eb) => ({
        paused_at: eb.fn.coalesce('receiver_delivery.paused_at', eb.val(p.at)),
      })),
    ),
);
export const resume = statement((db, p: { receiverId: number; by: number }) =>
  db
    .updateTable('receiver_delivery')
    .set((eb) => ({
      paused_at: null,
      not_before: eb
        .case()
        .when('not_before', '=', 0)
        .then(0)
        .else(eb('not_before', '+', p.by))
        .end(),
    }))
    .where('receiver_id', '=', p.receiverId),
);
export const state = statement((db, p: { receiverId: number }) =>
  db
    .selectFrom('receiver_delivery')
    .select(['failures', 'not_before', 'retries', 'paused_at'])
    .where('receiver_id', '=', p.receiverId),
);
export const health = statement((db, p: { receiverId: number; failures: number; notBefore: number }) =>
  db
    .updateTable('receiver_delivery')
    .set({ failures: p.failures, not_before: p.notBefore })
    .where('receiver_id', '=', p.receiverId),
);

/** Who delivers the events of which receiver, and how the receiver has fared. */
export function deliveryLeases(session: Session) {
  return {
    /** Takes the receiver for `owner` until `until`; undefined while another process has it. */
    async lockReceiver(receiverId: number, owner: string, now: number, until: number): Promise<Lease | undefined> {
      const row = await first(session, claim, { receiverId, owner, now, until });
      if (!row) return undefined;
      const { epoch, failures, not_before: notBefore, retries, paused_at } = row;
      return { epoch, failures, notBefore, retries: retries === 1, isPaused: paused_at !== null };
    },
    /** Prolongs all leases of `owner` in one statement. */
    async updateLeases(owner: string, until: number): Promise<void> {
      await session.all(renew, { owner, until });
    },
    async updateReleased(owner: string): Promise<void> {
      await session.all(release, { owner });
    },
    /** For the only process there can be: leases of one that was killed are nobody's. */
    async updateAllReleased(): Promise<void> {
      await session.all(releaseAll, {});
    },
    /** Whether a failed event is tried again at all; holds from the next claim of the receiver on, 15 seconds at most. */
    async updateRetries(receiverId: number, isOn: boolean): Promise<void> {
      await session.all(retries, { receiverId, retries: Number(isOn) });
    },
    /** From now on nothing is sent; one that is paused already has been so since then. */
    async updatePaused(receiverId: number, at: number): Promise<void> {
      await session.all(pause, { receiverId, at });
    },
    /** It is sent to again; what it was to wait for, it waits for `by` longer. */
    async updateResumed(receiverId: number, by: number): Promise<void> {
      await session.all(resume, { receiverId, by });
    },
    async findDeliveryState(receiverId: number): Promise<DeliveryState> {
      const row = await first(session, state, { receiverId });
      return {
        failures: row?.failures ?? 0,
        notBefore: row?.not_before ?? 0,
        retries: row?.retries !== 0,
        pausedAt: row?.paused_at ?? null,
      };
    },
    async updateHealth(receiverId: number, failures: number, notBefore: number): Promise<void> {
      await session.all(health, { receiverId, failures, notBefore });
    },
  };
}
