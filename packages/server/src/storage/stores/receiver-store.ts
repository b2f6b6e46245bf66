import type { Selectable } from 'kysely';
import type { Receiver, ReceiverKind } from '#domain/receiver.ts';
import { first, recalled, type Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { ReceiverTable } from '../tables/outbox-tables.ts';

const WRITTEN = ['portal_id', 'kind', 'ref', 'address'] as const;
export const insert = statement((db, p: ValuesOf<ReceiverTable, typeof WRITTEN>) =>
  db
    .insertInto('receiver')
    .values(valuesOf(p, WRITTEN))
    // Nothing changes, but only a row that is written is returned.
    .onConflict((conflict) => conflict.columns(['kind', 'ref', 'address']).doUpdateSet({ portal_id: p.portal_id }))
    .returning('id'),
);
export const byId = statement((db, p: { id: number }) => db.selectFrom('receiver').selectAll().where('id', '=', p.id));
export const known = statement((db, p: { kind: string; ref: number; address: string }) =>
  db
    .selectFrom('receiver')
    .selectAll()
    .where('kind', '=', p.kind)
    .where('ref', '=', p.ref)
    .where('address', '=', p.address),
);

export function receiverStore(session: Session) {
  return {
    /** The receiver that is meant; one that is there already stays the only one. */
    async insertReceiver(draft: Omit<Receiver, 'id'>): Promise<Receiver> {
      const { portalId, kind, ref, address } = draft;
      const row =
        (await recalled(session, known, { kind, ref, address })) ??
        (await first(session, insert, { portal_id: portalId, kind, ref, address }));
      return { ...draft, id: (row as { id: number }).id };
    },
    async findReceiver(id: number): Promise<Receiver | undefined> {
      return await recalled(session, byId, { id }, toReceiver);
    },
  };
}

function toReceiver(row: Selectable<ReceiverTable>): Receiver {
  return {
    id: row.id,
    portalId: row.portal_id,
    kind: row.kind as ReceiverKind,
    ref: row.ref,
    address: row.address,
  };
}
