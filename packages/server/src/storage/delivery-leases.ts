import { first, type Session } from './session.ts';
import { statement } from './statement.ts';

/** A bot whose events this process may deliver. */
export interface Lease {
  readonly epoch: number;
  /** Failures in a row; kept, so that a restart does not unleash a storm. */
  readonly failures: number;
  readonly notBefore: number;
  /** false: like the cloud, an event is sent once and never again. */
  readonly retries: boolean;
}

const claim = statement((db, p: { botId: number; owner: string; now: number; until: number }) =>
  db
    .insertInto('bot_delivery')
    .values({ bot_id: p.botId, lease_owner: p.owner, lease_until: p.until, epoch: 1 })
    .onConflict((conflict) =>
      conflict
        .column('bot_id')
        .doUpdateSet((eb) => ({ lease_owner: p.owner, lease_until: p.until, epoch: eb('bot_delivery.epoch', '+', 1) }))
        .where((eb) =>
          eb.or([
            eb('bot_delivery.lease_until', '<', p.now),
            eb('bot_delivery.lease_owner', '=', p.owner),
            eb('bot_delivery.lease_owner', 'is', null),
          ]),
        ),
    )
    .returning(['epoch', 'failures', 'not_before', 'retries']),
);
const renew = statement((db, p: { owner: string; until: number }) =>
  db.updateTable('bot_delivery').set({ lease_until: p.until }).where('lease_owner', '=', p.owner),
);
const release = statement((db, p: { owner: string }) =>
  db.updateTable('bot_delivery').set({ lease_owner: null, lease_until: 0 }).where('lease_owner', '=', p.owner),
);
const releaseAll = statement((db, _: Record<never, never>) =>
  db.updateTable('bot_delivery').set({ lease_owner: null, lease_until: 0 }).where('lease_owner', 'is not', null),
);
const retries = statement((db, p: { botId: number; retries: number }) =>
  db
    .insertInto('bot_delivery')
    .values({ bot_id: p.botId, retries: p.retries })
    .onConflict((conflict) => conflict.column('bot_id').doUpdateSet({ retries: p.retries })),
);
const health = statement((db, p: { botId: number; failures: number; notBefore: number }) =>
  db.updateTable('bot_delivery').set({ failures: p.failures, not_before: p.notBefore }).where('bot_id', '=', p.botId),
);

/** Who delivers the events of which bot, and how the bot has fared. */
export function deliveryLeases(session: Session) {
  return {
    /** Takes the bot for `owner` until `until`; undefined while another process has it. */
    async claim(botId: number, owner: string, now: number, until: number): Promise<Lease | undefined> {
      const row = await first(session, claim, { botId, owner, now, until });
      return row && { epoch: row.epoch, failures: row.failures, notBefore: row.not_before, retries: row.retries === 1 };
    },
    /** Prolongs all leases of `owner` in one statement. */
    async renew(owner: string, until: number): Promise<void> {
      await session.all(renew, { owner, until });
    },
    async release(owner: string): Promise<void> {
      await session.all(release, { owner });
    },
    /** For the only process there can be: leases of one that was killed are nobody's. */
    async releaseAll(): Promise<void> {
      await session.all(releaseAll, {});
    },
    /** Whether a failed event is tried again at all; holds from the next claim of the bot on, 15 seconds at most. */
    async keepRetries(botId: number, isOn: boolean): Promise<void> {
      await session.all(retries, { botId, retries: Number(isOn) });
    },
    async keepHealth(botId: number, failures: number, notBefore: number): Promise<void> {
      await session.all(health, { botId, failures, notBefore });
    },
  };
}
