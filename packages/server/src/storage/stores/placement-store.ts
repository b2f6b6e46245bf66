import type { Selectable } from 'kysely';
import type { Placement, PlacementDraft, PlacementOptions } from '#domain/placement/placement.ts';
import type { Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { PlacementTable } from '../tables/placement-tables.ts';

const WRITTEN = [
  'portal_id',
  'application_id',
  'place',
  'user_id',
  'handler',
  'title',
  'description',
  'group_name',
  'translations',
  'options',
  'created_at',
] as const;
export const insert = statement((db, p: ValuesOf<PlacementTable, typeof WRITTEN>) =>
  db.insertInto('placement').values(valuesOf(p, WRITTEN)),
);
export const ofApplication = statement((db, p: { applicationId: number }) =>
  db.selectFrom('placement').selectAll().where('application_id', '=', p.applicationId).orderBy('id'),
);
export const byId = statement((db, p: { id: number }) => db.selectFrom('placement').selectAll().where('id', '=', p.id));
export const ofPortal = statement((db, p: { portalId: number }) =>
  db.selectFrom('placement').selectAll().where('portal_id', '=', p.portalId).orderBy('id'),
);
export const remove = statement((db, p: { id: number }) => db.deleteFrom('placement').where('id', '=', p.id));
export const removeOfApplication = statement((db, p: { applicationId: number; limit: number }) =>
  db
    .deleteFrom('placement')
    .where('id', 'in', (eb) =>
      eb.selectFrom('placement').select('id').where('application_id', '=', p.applicationId).limit(p.limit),
    )
    .returning('id'),
);

/** Where applications are opened in the portal. */
export function placementStore(session: Session) {
  return {
    async insertPlacement(draft: PlacementDraft, now: number): Promise<void> {
      await session.all(insert, {
        portal_id: draft.portalId,
        application_id: draft.applicationId,
        place: draft.place,
        user_id: draft.userId,
        handler: draft.handler,
        title: draft.title,
        description: draft.description,
        group_name: draft.groupName,
        translations: JSON.stringify(draft.translations),
        options: JSON.stringify(draft.options),
        created_at: now,
      });
    },
    /** In the order they were bound. */
    async listOfApplication(applicationId: number): Promise<readonly Placement[]> {
      return (await session.all(ofApplication, { applicationId })).map(toPlacement);
    },
    async findPlacement(id: number): Promise<Placement | undefined> {
      return (await session.all(byId, { id })).map(toPlacement)[0];
    },
    /** Of all applications of a portal, in the order they were bound. */
    async listOfPortal(portalId: number): Promise<readonly Placement[]> {
      return (await session.all(ofPortal, { portalId })).map(toPlacement);
    },
    async deletePlacement(id: number): Promise<void> {
      await session.all(remove, { id });
    },
    /** `limit` of them; answers how many there were. */
    async deleteOfApplication(applicationId: number, limit: number): Promise<number> {
      return (await session.all(removeOfApplication, { applicationId, limit })).length;
    },
  };
}

function toPlacement(row: Selectable<PlacementTable>): Placement {
  return {
    id: row.id,
    portalId: row.portal_id,
    applicationId: row.application_id,
    place: row.place,
    userId: row.user_id,
    handler: row.handler,
    title: row.title,
    description: row.description,
    groupName: row.group_name,
    translations: JSON.parse(row.translations) as Placement['translations'],
    options: JSON.parse(row.options) as PlacementOptions,
  };
}
