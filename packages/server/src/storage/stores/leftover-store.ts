import { sql } from 'kysely';
import type { Leftover, LeftoverKind } from '#domain/leftover/leftover.ts';
import { first, type Session } from '../session.ts';
import { type Builder, statement } from '../statement.ts';

export const insert = statement((db, p: { kind: string; ref: number }) =>
  db.insertInto('leftover').values({ kind: p.kind, ref: p.ref }).returning('id'),
);
export const oldest = statement((db, _: Record<never, never>) =>
  db.selectFrom('leftover').select(['id', 'kind', 'ref']).orderBy('id').limit(1),
);
export const remove = statement((db, p: { id: number }) => db.deleteFrom('leftover').where('id', '=', p.id));

/** Ids of what was taken away and still has rows. There is hardly ever one. */
export function leftBehind(db: Builder, kind: LeftoverKind) {
  return db.selectFrom('leftover').select('ref').where('kind', '=', sql.lit(kind));
}

/** What was taken away and is not empty yet. */
export function leftoverStore(session: Session) {
  return {
    async insertLeftover(kind: LeftoverKind, ref: number): Promise<Leftover> {
      const row = await first(session, insert, { kind, ref });
      return { id: (row as { id: number }).id, kind, ref };
    },
    async findOldest(): Promise<Leftover | undefined> {
      const row = await first(session, oldest, {});
      return row && { ...row, kind: row.kind as LeftoverKind };
    },
    async deleteLeftover(id: number): Promise<void> {
      await session.all(remove, { id });
    },
  };
}
