import type { Department } from '#domain/user/department.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';

export const insert = statement((db, p: { portalId: number; name: string; now: number }) =>
  db.insertInto('department').values({ portal_id: p.portalId, name: p.name, created_at: p.now }).returning('id'),
);
export const ofPortal = statement((db, p: { portalId: number }) =>
  db.selectFrom('department').select(['id', 'name']).where('portal_id', '=', p.portalId).orderBy('id'),
);

export function departmentStore(session: Session) {
  return {
    async insertDepartment(portalId: number, name: string, now: number): Promise<Department> {
      const row = await first(session, insert, { portalId, name, now });
      return { id: (row as { id: number }).id, name };
    },
    /** By id: the first one is the company itself. */
    async listOfPortal(portalId: number): Promise<readonly Department[]> {
      return session.recall(ofPortal, { portalId });
    },
  };
}
