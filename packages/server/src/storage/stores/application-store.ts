import type { Selectable } from 'kysely';
import type { Application, ApplicationStatus } from '../../domain/application/application.ts';
import type { Secrets } from '../secrets.ts';
import { first, recalled, type Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { ApplicationTable } from '../tables/application-tables.ts';

const WRITTEN = ['portal_id', 'client_id', 'application_token_sealed', 'status', 'created_at'] as const;
const insert = statement((db, p: ValuesOf<ApplicationTable, typeof WRITTEN>) =>
  db.insertInto('application').values(valuesOf(p, WRITTEN)).returning('id'),
);
const byClientId = statement((db, p: { portalId: number; clientId: string }) =>
  db.selectFrom('application').selectAll().where('portal_id', '=', p.portalId).where('client_id', '=', p.clientId),
);
const byId = statement((db, p: { id: number }) => db.selectFrom('application').selectAll().where('id', '=', p.id));

export function applicationStore(session: Session, secrets: Secrets) {
  return {
    async insertApplication(draft: Omit<Application, 'id'>, now: number): Promise<Application> {
      const row = await first(session, insert, {
        portal_id: draft.portalId,
        client_id: draft.clientId,
        application_token_sealed: secrets.seal(draft.applicationToken),
        status: draft.status,
        created_at: now,
      });
      return { ...draft, id: (row as { id: number }).id };
    },
    async findByClientId(portalId: number, clientId: string): Promise<Application | undefined> {
      const row = await recalled(session, byClientId, { portalId, clientId });
      return row && toApplication(row, secrets);
    },
    async findApplication(id: number): Promise<Application | undefined> {
      const row = await recalled(session, byId, { id });
      return row && toApplication(row, secrets);
    },
  };
}

function toApplication(row: Selectable<ApplicationTable>, secrets: Secrets): Application {
  return {
    id: row.id,
    portalId: row.portal_id,
    clientId: row.client_id,
    status: row.status as ApplicationStatus,
    // Opened only by those who send it: most readers of an application never look.
    get applicationToken() {
      return secrets.open(row.application_token_sealed);
    },
  };
}
