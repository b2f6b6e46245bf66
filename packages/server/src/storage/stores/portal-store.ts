import type { Portal } from '#domain/portal.ts';
import { first, recalled, type Session } from '../session.ts';
import { statement } from '../statement.ts';

interface PortalDraft {
  /** Lower case, without port; without one, it answers at every host that is nobody else's. */
  readonly host?: string | null;
  readonly memberId: string;
  readonly language: string;
  readonly now: number;
}

export const insert = statement((db, p: Required<PortalDraft>) =>
  db
    .insertInto('portal')
    .values({ host: p.host, member_id: p.memberId, language: p.language, created_at: p.now })
    .returning('id'),
);
export const byHost = statement((db, p: { host: string }) =>
  db
    .selectFrom('portal')
    .select(['id', 'member_id', 'language'])
    .where((eb) => eb.or([eb('host', '=', p.host), eb('host', 'is', null)]))
    // A portal of that very host before the one that answers to all.
    .orderBy((eb) => eb.case().when('host', 'is', null).then(1).else(0).end())
    .limit(1),
);
export const byId = statement((db, p: { id: number }) =>
  db.selectFrom('portal').select(['id', 'member_id', 'language']).where('id', '=', p.id),
);

export function portalStore(session: Session) {
  return {
    async insertPortal(draft: PortalDraft): Promise<number> {
      const row = await first(session, insert, { host: null, ...draft });
      return (row as { id: number }).id;
    },
    /** The portal that answers at `host` (lower case, without port). */
    async findByHost(host: string): Promise<Portal | undefined> {
      const row = await recalled(session, byHost, { host });
      return row && toPortal(row);
    },
    async findPortal(id: number): Promise<Portal | undefined> {
      const row = await recalled(session, byId, { id });
      return row && toPortal(row);
    },
  };
}

function toPortal(row: { id: number; member_id: string; language: string }): Portal {
  return { id: row.id, memberId: row.member_id, language: row.language };
}
