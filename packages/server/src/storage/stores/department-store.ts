import type { Selectable } from 'kysely';
import type { Department, DepartmentDraft } from '#domain/department/department.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import type { DepartmentTable } from '../tables/portal-tables.ts';
import { leftBehind } from './leftover-store.ts';

export const insert = statement((db, p: DepartmentDraft & { now: number }) =>
  db
    .insertInto('department')
    .values({ portal_id: p.portalId, name: p.name, parent_id: p.parentId, head_id: p.headId, created_at: p.now })
    .returning('id'),
);
/** Without those that were removed: they are there until nobody works in them any more. */
export const ofPortal = statement((db, p: { portalId: number }) =>
  db
    .selectFrom('department')
    .selectAll()
    .where('portal_id', '=', p.portalId)
    .where('id', 'not in', leftBehind(db, 'department'))
    .orderBy('id'),
);
export const everById = statement((db, p: { id: number }) =>
  db.selectFrom('department').selectAll().where('id', '=', p.id),
);
export const update = statement((db, p: { id: number; name: string; parentId: number | null; headId: number | null }) =>
  db.updateTable('department').set({ name: p.name, parent_id: p.parentId, head_id: p.headId }).where('id', '=', p.id),
);
export const moveParts = statement((db, p: { fromId: number; toId: number }) =>
  db.updateTable('department').set({ parent_id: p.toId }).where('parent_id', '=', p.fromId),
);
export const remove = statement((db, p: { id: number }) => db.deleteFrom('department').where('id', '=', p.id));

export function departmentStore(session: Session) {
  return {
    async insertDepartment(draft: DepartmentDraft, now: number): Promise<Department> {
      const row = await first(session, insert, { ...draft, now });
      return { ...draft, id: (row as { id: number }).id };
    },
    /** By id: the first one is the company itself. */
    async listOfPortal(portalId: number): Promise<readonly Department[]> {
      return session.recall(ofPortal, { portalId }, toDepartment);
    },
    /** One that was removed, too, as long as somebody works there. */
    async findEver(id: number): Promise<Department | undefined> {
      const row = await first(session, everById, { id });
      return row && toDepartment(row);
    },
    async updateDepartment({ id, name, parentId, headId }: Department): Promise<void> {
      await session.all(update, { id, name, parentId, headId });
    },
    /** Its parts become parts of another one. */
    async updateParent(fromId: number, toId: number): Promise<void> {
      await session.all(moveParts, { fromId, toId });
    },
    async deleteDepartment(id: number): Promise<void> {
      await session.all(remove, { id });
    },
  };
}

function toDepartment(row: Selectable<DepartmentTable>): Department {
  return {
    id: row.id,
    portalId: row.portal_id,
    name: row.name,
    parentId: row.parent_id,
    headId: row.head_id,
  };
}
