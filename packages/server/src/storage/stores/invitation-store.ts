import type { Invitation } from '#domain/sign-in/invitation.ts';
import type { Secrets } from '../secrets.ts';
import { first, type Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { InvitationTable } from '../tables/sign-in-tables.ts';

const WRITTEN = ['portal_id', 'user_id', 'code_hash', 'created_at'] as const;
export const insert = statement((db, p: ValuesOf<InvitationTable, typeof WRITTEN>) =>
  db.insertInto('invitation').values(valuesOf(p, WRITTEN)),
);
export const byCode = statement((db, p: { codeHash: string }) =>
  db.selectFrom('invitation').selectAll().where('code_hash', '=', p.codeHash),
);
export const lock = statement((db, p: { id: number }) =>
  db.selectFrom('invitation').select('id').where('id', '=', p.id).forNoKeyUpdate(),
);
export const deleteOne = statement((db, p: { id: number }) => db.deleteFrom('invitation').where('id', '=', p.id));
export const deleteOfUser = statement((db, p: { userId: number }) =>
  db.deleteFrom('invitation').where('user_id', '=', p.userId),
);
export const deleteOfFounder = statement((db, p: { portalId: number }) =>
  db.deleteFrom('invitation').where('portal_id', '=', p.portalId).where('user_id', 'is', null),
);
export const deleteBefore = statement((db, p: { time: number }) =>
  db.deleteFrom('invitation').where('created_at', '<=', p.time),
);

export function invitationStore(session: Session, secrets: Secrets) {
  return {
    async insertInvitation(draft: Pick<Invitation, 'portalId' | 'userId'>, code: string, now: number): Promise<void> {
      const row = { portal_id: draft.portalId, user_id: draft.userId, code_hash: secrets.hash(code), created_at: now };
      await session.all(insert, row);
    },
    async findByCode(code: string): Promise<Invitation | undefined> {
      const row = await first(session, byCode, { codeHash: secrets.hash(code) });
      return row && { id: row.id, portalId: row.portal_id, userId: row.user_id, createdAt: row.created_at };
    },
    /** Until the unit ends nobody else uses it; false: somebody just did. */
    async lockInvitation(id: number): Promise<boolean> {
      // SQLite has one writer at a time anyway.
      return session.dialect === 'sqlite' || (await first(session, lock, { id })) !== undefined;
    },
    async deleteInvitation(id: number): Promise<void> {
      await session.all(deleteOne, { id });
    },
    async deleteOfUser(userId: number): Promise<void> {
      await session.all(deleteOfUser, { userId });
    },
    async deleteOfFounder(portalId: number): Promise<void> {
      await session.all(deleteOfFounder, { portalId });
    },
    /** Those that were made no later than that. */
    async deleteBefore(time: number): Promise<void> {
      await session.all(deleteBefore, { time });
    },
  };
}
