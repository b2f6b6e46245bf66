import type { Selectable } from 'kysely';
import type { WebSession } from '#domain/sign-in/web-session.ts';
import type { User } from '#domain/user/user.ts';
import type { Secrets } from '../secrets.ts';
import { first, recalled, type Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { SessionTable } from '../tables/sign-in-tables.ts';

const WRITTEN = ['portal_id', 'user_id', 'token_hash', 'created_at', 'last_seen_at', 'device'] as const;
export const insert = statement((db, p: ValuesOf<SessionTable, typeof WRITTEN>) =>
  db.insertInto('session').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const byToken = statement((db, p: { tokenHash: string }) =>
  db.selectFrom('session').selectAll().where('token_hash', '=', p.tokenHash),
);
export const touch = statement((db, p: { id: number; now: number }) =>
  db.updateTable('session').set({ last_seen_at: p.now }).where('id', '=', p.id),
);
export const deleteOne = statement((db, p: { id: number }) => db.deleteFrom('session').where('id', '=', p.id));
export const ofUser = statement((db, p: { userId: number }) =>
  db.selectFrom('session').selectAll().where('user_id', '=', p.userId).orderBy('id'),
);
export const deleteOfUser = statement((db, p: { userId: number }) =>
  db.deleteFrom('session').where('user_id', '=', p.userId),
);
export const deleteEnded = statement((db, p: { begunBefore: number; seenBefore: number }) =>
  db
    .deleteFrom('session')
    .where((eb) => eb.or([eb('created_at', '<=', p.begunBefore), eb('last_seen_at', '<=', p.seenBefore)])),
);

/** Of browsers; a `Session` here is a connection to the database. */
export function webSessionStore(session: Session, secrets: Secrets) {
  return {
    async insertSession(user: User, token: string, now: number, device: string): Promise<WebSession> {
      const row = {
        portal_id: user.portalId,
        user_id: user.id,
        token_hash: secrets.hash(token),
        created_at: now,
        last_seen_at: now,
        device,
      };
      const made = await first(session, insert, row);
      return withSecret(toSession({ ...row, id: (made as { id: number }).id }), token, secrets);
    },
    async findByToken(token: string): Promise<WebSession | undefined> {
      const row = await recalled(session, byToken, { tokenHash: secrets.hash(token) });
      return row && withSecret(toSession(row), token, secrets);
    },
    /** What shows that somebody means it follows from the token, which is known to nobody here. */
    async listOfUser(userId: number): Promise<Omit<WebSession, 'csrf'>[]> {
      return (await session.all(ofUser, { userId })).map(toSession);
    },
    async updateLastSeen(id: number, now: number): Promise<void> {
      await session.all(touch, { id, now });
    },
    async deleteSession(id: number): Promise<void> {
      await session.all(deleteOne, { id });
    },
    async deleteOfUser(userId: number): Promise<void> {
      await session.all(deleteOfUser, { userId });
    },
    /** Those that began, or were last used, no later than that. */
    async deleteEnded(begunBefore: number, seenBefore: number): Promise<void> {
      await session.all(deleteEnded, { begunBefore, seenBefore });
    },
  };
}

function toSession(row: Selectable<SessionTable>): Omit<WebSession, 'csrf'> {
  return {
    id: row.id,
    portalId: row.portal_id,
    userId: row.user_id,
    device: row.device,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  };
}

function withSecret(session: Omit<WebSession, 'csrf'>, token: string, secrets: Secrets): WebSession {
  return { ...session, csrf: secrets.hash(`csrf ${token}`) };
}
