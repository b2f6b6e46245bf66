import { REFRESH_LIFETIME } from '#domain/oauth/token.ts';
import type { Secrets } from '../secrets.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';

/** What a person has let an application have: to be fetched once, within seconds. */
export interface AuthorizationCode {
  readonly applicationId: number;
  readonly userId: number;
  /** Of the refresh tokens that come out of it. */
  readonly family: string;
  readonly expiresAt: number;
  readonly isUsed: boolean;
}

/** How far the refresh tokens of one grant have got. */
export interface TokenFamily {
  readonly family: string;
  readonly applicationId: number;
  /** The newest one that was given out. */
  readonly number: number;
  readonly rotatedAt: number;
  readonly isRevoked: boolean;
}

/** Milliseconds that a code is remembered after its end, so that one who uses it again is noticed. */
const REMEMBERED_FOR = 3_600_000;
/** Milliseconds after which no token of a family is good any more, whether it was used since or not. */
const FAMILY_LIFETIME = REFRESH_LIFETIME * 1000;
/** That have run out are forgotten when the next one comes: more go than come, and nobody waits for many of them. */
const AT_ONCE = 100;

export const insertCode = statement(
  (db, p: { hash: string; applicationId: number; userId: number; family: string; expiresAt: number }) =>
    db.insertInto('authorization_code').values({
      code_hash: p.hash,
      application_id: p.applicationId,
      user_id: p.userId,
      family: p.family,
      expires_at: p.expiresAt,
    }),
);
export const codeByHash = statement((db, p: { hash: string }) =>
  db.selectFrom('authorization_code').selectAll().where('code_hash', '=', p.hash),
);
export const lockCode = statement((db, p: { hash: string }) =>
  db.selectFrom('authorization_code').select('code_hash').where('code_hash', '=', p.hash).forNoKeyUpdate(),
);
export const useCode = statement((db, p: { hash: string; now: number }) =>
  db.updateTable('authorization_code').set({ used_at: p.now }).where('code_hash', '=', p.hash),
);
export const forgetCodes = statement((db, p: { before: number; limit: number }) =>
  db
    .deleteFrom('authorization_code')
    .where('code_hash', 'in', (eb) =>
      eb.selectFrom('authorization_code').select('code_hash').where('expires_at', '<', p.before).limit(p.limit),
    ),
);
export const codesOf = statement((db, p: { applicationId: number; limit: number }) =>
  db
    .deleteFrom('authorization_code')
    .where('code_hash', 'in', (eb) =>
      eb
        .selectFrom('authorization_code')
        .select('code_hash')
        .where('application_id', '=', p.applicationId)
        .limit(p.limit),
    )
    .returning('code_hash'),
);
export const familyById = statement((db, p: { family: string }) =>
  db.selectFrom('token_family').selectAll().where('family', '=', p.family),
);
export const putFamily = statement(
  (db, p: { family: string; applicationId: number; number: number; now: number; expiresAt: number }) =>
    db
      .insertInto('token_family')
      .values({
        family: p.family,
        application_id: p.applicationId,
        number: p.number,
        rotated_at: p.now,
        expires_at: p.expiresAt,
      })
      .onConflict((conflict) =>
        conflict.column('family').doUpdateSet({ number: p.number, rotated_at: p.now, expires_at: p.expiresAt }),
      ),
);
export const revokeFamily = statement(
  (db, p: { family: string; applicationId: number; now: number; expiresAt: number }) =>
    db
      .insertInto('token_family')
      .values({
        family: p.family,
        application_id: p.applicationId,
        number: 0,
        rotated_at: p.now,
        revoked_at: p.now,
        expires_at: p.expiresAt,
      })
      .onConflict((conflict) => conflict.column('family').doUpdateSet({ revoked_at: p.now, expires_at: p.expiresAt })),
);
export const forgetFamilies = statement((db, p: { now: number; limit: number }) =>
  db
    .deleteFrom('token_family')
    .where('family', 'in', (eb) =>
      eb.selectFrom('token_family').select('family').where('expires_at', '<', p.now).limit(p.limit),
    ),
);
export const familiesOf = statement((db, p: { applicationId: number; limit: number }) =>
  db
    .deleteFrom('token_family')
    .where('family', 'in', (eb) =>
      eb.selectFrom('token_family').select('family').where('application_id', '=', p.applicationId).limit(p.limit),
    )
    .returning('family'),
);

/** Codes and families of refresh tokens; what has run out goes when the next one comes. */
export function grantStore(session: Session, secrets: Secrets) {
  return {
    async insertCode(code: string, grant: Omit<AuthorizationCode, 'isUsed'>, now: number): Promise<void> {
      await session.all(forgetCodes, { before: now - REMEMBERED_FOR, limit: AT_ONCE });
      await session.all(insertCode, { ...grant, hash: secrets.hash(code) });
    },
    async findCode(code: string): Promise<AuthorizationCode | undefined> {
      const row = await first(session, codeByHash, { hash: secrets.hash(code) });
      return (
        row && {
          applicationId: row.application_id,
          userId: row.user_id,
          family: row.family,
          expiresAt: row.expires_at,
          isUsed: row.used_at !== null,
        }
      );
    },
    /** Until the unit ends nobody else exchanges it. */
    async lockCode(code: string): Promise<void> {
      // SQLite has one writer at a time anyway.
      if (session.dialect === 'postgres') await session.all(lockCode, { hash: secrets.hash(code) });
    },
    async updateCodeUsed(code: string, now: number): Promise<void> {
      await session.all(useCode, { hash: secrets.hash(code), now });
    },
    async findFamily(family: string): Promise<TokenFamily | undefined> {
      const row = await first(session, familyById, { family });
      return (
        row && {
          family: row.family,
          applicationId: row.application_id,
          number: row.number,
          rotatedAt: row.rotated_at,
          isRevoked: row.revoked_at !== null,
        }
      );
    },
    /** From now on `number` is the newest of the family. */
    async updateFamily(family: string, applicationId: number, number: number, now: number): Promise<void> {
      await session.all(forgetFamilies, { now, limit: AT_ONCE });
      await session.all(putFamily, { family, applicationId, number, now, expiresAt: now + FAMILY_LIFETIME });
    },
    async updateFamilyRevoked(family: string, applicationId: number, now: number): Promise<void> {
      await session.all(revokeFamily, { family, applicationId, now, expiresAt: now + FAMILY_LIFETIME });
    },
    /** `limit` of them; answers how many there were. */
    async deleteOfApplication(applicationId: number, limit: number): Promise<number> {
      const codes = (await session.all(codesOf, { applicationId, limit })).length;
      return codes < limit
        ? codes + (await session.all(familiesOf, { applicationId, limit: limit - codes })).length
        : codes;
    },
  };
}
