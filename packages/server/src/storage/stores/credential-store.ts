import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';

export const byUser = statement((db, p: { userId: number }) =>
  db.selectFrom('credential').select('password_hash').where('user_id', '=', p.userId),
);
export const put = statement((db, p: { userId: number; hash: string; now: number }) =>
  db
    .insertInto('credential')
    .values({ user_id: p.userId, password_hash: p.hash, changed_at: p.now })
    .onConflict((oc) =>
      oc.column('user_id').doUpdateSet((eb) => ({
        password_hash: eb.ref('excluded.password_hash'),
        changed_at: eb.ref('excluded.changed_at'),
      })),
    ),
);

/** What people sign in with. */
export function credentialStore(session: Session) {
  return {
    /** See kit/password.ts; undefined for somebody who never had a password. */
    async findPasswordHash(userId: number): Promise<string | undefined> {
      return (await first(session, byUser, { userId }))?.password_hash;
    },
    async updatePasswordHash(userId: number, hash: string, now: number): Promise<void> {
      await session.all(put, { userId, hash, now });
    },
  };
}
