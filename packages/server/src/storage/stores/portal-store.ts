import type { Fault } from '#domain/fault.ts';
import type { Plan, Portal, WebhookMakers } from '#domain/portal.ts';
import { first, recalled, type Session } from '../session.ts';
import { statement } from '../statement.ts';

interface PortalDraft {
  /** Lower case, without port; without one, it answers at every host that is nobody else's. */
  readonly host?: string | null;
  readonly memberId: string;
  readonly language: string;
  readonly now: number;
}

const COLUMNS = ['id', 'member_id', 'language', 'is_closed', 'plan', 'webhook_makers'] as const;

export const insert = statement((db, p: Required<PortalDraft>) =>
  db
    .insertInto('portal')
    .values({ host: p.host, member_id: p.memberId, language: p.language, created_at: p.now })
    .returning('id'),
);
export const byHost = statement((db, p: { host: string }) =>
  db
    .selectFrom('portal')
    .select(COLUMNS)
    .where((eb) => eb.or([eb('host', '=', p.host), eb('host', 'is', null)]))
    // A portal of that very host before the one that answers to all.
    .orderBy((eb) => eb.case().when('host', 'is', null).then(1).else(0).end())
    .limit(1),
);
export const byId = statement((db, p: { id: number }) =>
  db.selectFrom('portal').select(COLUMNS).where('id', '=', p.id),
);
export const lock = statement((db, p: { id: number }) =>
  db.selectFrom('portal').select('id').where('id', '=', p.id).forNoKeyUpdate(),
);
export const updateClosed = statement((db, p: { id: number; isClosed: number }) =>
  db.updateTable('portal').set({ is_closed: p.isClosed }).where('id', '=', p.id),
);
export const updatePlan = statement((db, p: { id: number; plan: string }) =>
  db.updateTable('portal').set({ plan: p.plan }).where('id', '=', p.id),
);
export const updateWebhookMakers = statement((db, p: { id: number; makers: string }) =>
  db.updateTable('portal').set({ webhook_makers: p.makers }).where('id', '=', p.id),
);
export const ownBot = statement((db, p: { id: number }) =>
  db.selectFrom('portal').select('own_bot_id').where('id', '=', p.id),
);
export const updateOwnBot = statement((db, p: { id: number; botId: number }) =>
  db.updateTable('portal').set({ own_bot_id: p.botId }).where('id', '=', p.id),
);
export const keptFaults = statement((db, p: { id: number }) =>
  db.selectFrom('portal').select('kept_faults').where('id', '=', p.id),
);
export const updateKeptFaults = statement((db, p: { id: number; faults: string }) =>
  db.updateTable('portal').set({ kept_faults: p.faults }).where('id', '=', p.id),
);

export function portalStore(session: Session) {
  return {
    async insertPortal(draft: PortalDraft): Promise<number> {
      const row = await first(session, insert, { host: null, ...draft });
      return (row as { id: number }).id;
    },
    /** The user in whose name the portal writes to people. */
    async findOwnBot(id: number): Promise<number | undefined> {
      return (await first(session, ownBot, { id }))?.own_bot_id ?? undefined;
    },
    async updateOwnBot(id: number, botId: number): Promise<void> {
      await session.all(updateOwnBot, { id, botId });
    },
    /** The portal that answers at `host` (lower case, without port). */
    async findByHost(host: string): Promise<Portal | undefined> {
      return await recalled(session, byHost, { host }, toPortal);
    },
    async findPortal(id: number): Promise<Portal | undefined> {
      return await recalled(session, byId, { id }, toPortal);
    },
    /** Until the unit ends nobody else changes who its people are. */
    async lockPortal(id: number): Promise<void> {
      // SQLite has one writer at a time anyway.
      if (session.dialect === 'postgres') await session.all(lock, { id });
    },
    async updateClosed(id: number, isClosed: boolean): Promise<void> {
      await session.all(updateClosed, { id, isClosed: Number(isClosed) });
    },
    async updatePlan(id: number, plan: Plan): Promise<void> {
      await session.all(updatePlan, { id, plan });
    },
    async updateWebhookMakers(id: number, makers: WebhookMakers): Promise<void> {
      await session.all(updateWebhookMakers, { id, makers });
    },
    /** What calls are to fail with after a restart, too. */
    async listKeptFaults(id: number): Promise<Fault[]> {
      const row = await first(session, keptFaults, { id });
      return row ? (JSON.parse(row.kept_faults) as Fault[]) : [];
    },
    async updateKeptFaults(id: number, faults: readonly Fault[]): Promise<void> {
      await session.all(updateKeptFaults, { id, faults: JSON.stringify(faults) });
    },
  };
}

interface PortalRow {
  readonly id: number;
  readonly member_id: string;
  readonly language: string;
  readonly is_closed: number;
  readonly plan: string;
  readonly webhook_makers: string;
}

function toPortal({ id, member_id, language, is_closed, plan, webhook_makers }: PortalRow): Portal {
  return {
    id,
    memberId: member_id,
    language,
    isClosed: is_closed === 1,
    plan: plan as Plan,
    webhookMakers: webhook_makers as WebhookMakers,
  };
}
