import type { Selectable } from 'kysely';
import type { Webhook } from '#domain/webhook/webhook.ts';
import type { Secrets } from '../secrets.ts';
import { first, recalled, type Session } from '../session.ts';
import { type Change, changedColumns, statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { WebhookTable } from '../tables/application-tables.ts';

const WRITTEN = [
  'portal_id',
  'user_id',
  'code_hash',
  'code_sealed',
  'scope',
  'title',
  'created_at',
  'expires_at',
] as const;
export const insert = statement((db, p: ValuesOf<WebhookTable, typeof WRITTEN>) =>
  db.insertInto('webhook').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const byCode = statement((db, p: { codeHash: string; userId: number }) =>
  db
    .selectFrom('webhook')
    .selectAll()
    .where('code_hash', '=', p.codeHash)
    .where('user_id', '=', p.userId)
    .where('revoked_at', 'is', null),
);
export const ofUser = statement((db, p: { userId: number }) =>
  db.selectFrom('webhook').selectAll().where('user_id', '=', p.userId).where('revoked_at', 'is', null).orderBy('id'),
);

export const byId = statement((db, p: { id: number }) =>
  db.selectFrom('webhook').selectAll().where('id', '=', p.id).where('revoked_at', 'is', null),
);
export const ofPortal = statement((db, p: { portalId: number }) =>
  db
    .selectFrom('webhook')
    .selectAll()
    .where('portal_id', '=', p.portalId)
    .where('revoked_at', 'is', null)
    .orderBy('id'),
);
export const handOver = statement((db, p: { id: number; userId: number; codeHash: string; codeSealed: string }) =>
  db
    .updateTable('webhook')
    .set({ user_id: p.userId, code_hash: p.codeHash, code_sealed: p.codeSealed })
    .where('id', '=', p.id),
);
export const revoke = statement((db, p: { id: number; now: number }) =>
  db.updateTable('webhook').set({ revoked_at: p.now }).where('id', '=', p.id),
);

export function webhookStore(session: Session, secrets: Secrets) {
  return {
    async insertWebhook(draft: Omit<Webhook, 'id'>, code: string, now: number): Promise<Webhook> {
      const row = await first(session, insert, {
        portal_id: draft.portalId,
        user_id: draft.userId,
        code_hash: secrets.hash(code),
        code_sealed: secrets.seal(code),
        scope: draft.scope.join(','),
        title: draft.title,
        created_at: now,
        expires_at: draft.expiresAt,
      });
      return { ...draft, id: (row as { id: number }).id };
    },
    /** By the code in its address; a revoked or expired one is as unknown as a wrong one. */
    async findUsable(userId: number, code: string, now: number): Promise<Webhook | undefined> {
      const webhook = await recalled(session, byCode, { codeHash: secrets.hash(code), userId }, toWebhook);
      return webhook && (webhook.expiresAt === null || webhook.expiresAt > now) ? webhook : undefined;
    },
    async findWebhook(id: number): Promise<Webhook | undefined> {
      const row = await first(session, byId, { id });
      return row && toWebhook(row);
    },
    /** In the order they were made, without their codes. */
    async listOfPortal(portalId: number): Promise<Webhook[]> {
      return (await session.all(ofPortal, { portalId })).map(toWebhook);
    },
    async updateWebhook(id: number, { scope, title, expiresAt }: Change<Webhook>): Promise<void> {
      const columns = changedColumns({ scope: scope?.join(','), title, expires_at: expiresAt });
      if (columns) await session.query((db) => db.updateTable('webhook').set(columns).where('id', '=', id));
    },
    /** It is somebody else's from now on, under another code. */
    async updateOwner(id: number, userId: number, code: string): Promise<void> {
      await session.all(handOver, { id, userId, codeHash: secrets.hash(code), codeSealed: secrets.seal(code) });
    },
    async updateRevoked(id: number, now: number): Promise<void> {
      await session.all(revoke, { id, now });
    },
    /** For its owner: the codes can be seen again. */
    async listOfUser(userId: number): Promise<{ webhook: Webhook; code: string }[]> {
      const rows = await session.all(ofUser, { userId });
      return rows.map((row) => ({ webhook: toWebhook(row), code: secrets.open(row.code_sealed) }));
    },
  };
}

function toWebhook(row: Selectable<WebhookTable>): Webhook {
  return {
    id: row.id,
    portalId: row.portal_id,
    userId: row.user_id,
    scope: row.scope === '' ? [] : row.scope.split(','),
    title: row.title,
    expiresAt: row.expires_at,
  };
}
