import type { Selectable } from 'kysely';
import type { OutgoingWebhook } from '#domain/webhook/outgoing-webhook.ts';
import type { Secrets } from '../secrets.ts';
import { first, recalled, type Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { OutgoingWebhookTable } from '../tables/subscription-tables.ts';
import { receiverStore } from './receiver-store.ts';

const WRITTEN = ['portal_id', 'user_id', 'title', 'application_token_sealed', 'created_at'] as const;
export const insert = statement((db, p: ValuesOf<OutgoingWebhookTable, typeof WRITTEN>) =>
  db.insertInto('outgoing_webhook').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const setReceiver = statement((db, p: { id: number; receiverId: number }) =>
  db.updateTable('outgoing_webhook').set({ receiver_id: p.receiverId }).where('id', '=', p.id),
);
export const byId = statement((db, p: { id: number }) =>
  db.selectFrom('outgoing_webhook').selectAll().where('id', '=', p.id),
);
export const ofPortal = statement((db, p: { portalId: number }) =>
  db.selectFrom('outgoing_webhook').selectAll().where('portal_id', '=', p.portalId).orderBy('id'),
);
export const remove = statement((db, p: { id: number }) => db.deleteFrom('outgoing_webhook').where('id', '=', p.id));

export function outgoingWebhookStore(session: Session, secrets: Secrets) {
  const receivers = receiverStore(session);
  return {
    async insertWebhook(
      draft: Omit<OutgoingWebhook, 'id' | 'receiverId'>,
      address: string,
      now: number,
    ): Promise<OutgoingWebhook> {
      const { portalId } = draft;
      const row = await first(session, insert, {
        portal_id: portalId,
        user_id: draft.userId,
        title: draft.title,
        application_token_sealed: secrets.seal(draft.applicationToken),
        created_at: now,
      });
      const { id } = row as { id: number };
      const receiver = await receivers.insertReceiver({ portalId, kind: 'webhook', ref: id, address });
      await session.all(setReceiver, { id, receiverId: receiver.id });
      return { ...draft, id, receiverId: receiver.id };
    },
    async findWebhook(id: number): Promise<OutgoingWebhook | undefined> {
      const row = await recalled(session, byId, { id });
      return row && toOutgoingWebhook(row, secrets);
    },
    async listOfPortal(portalId: number): Promise<OutgoingWebhook[]> {
      return (await session.all(ofPortal, { portalId })).map((row) => toOutgoingWebhook(row, secrets));
    },
    async deleteWebhook(id: number): Promise<void> {
      await session.all(remove, { id });
    },
  };
}

function toOutgoingWebhook(row: Selectable<OutgoingWebhookTable>, secrets: Secrets): OutgoingWebhook {
  return {
    id: row.id,
    portalId: row.portal_id,
    userId: row.user_id,
    receiverId: row.receiver_id,
    title: row.title,
    applicationToken: secrets.open(row.application_token_sealed),
  };
}
