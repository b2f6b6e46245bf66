import type { HandledEvent, Handler } from '#domain/application/application.ts';
import { first, recalled, type Session } from '../session.ts';
import { statement } from '../statement.ts';

export const insert = statement((db, p: { applicationId: number; event: string; url: string }) =>
  db.insertInto('handler').values({ application_id: p.applicationId, event: p.event, url: p.url }).returningAll(),
);
export const exact = statement((db, p: { applicationId: number; event: string; url: string }) =>
  db
    .selectFrom('handler')
    .selectAll()
    .where('application_id', '=', p.applicationId)
    .where('event', '=', p.event)
    .where('url', '=', p.url),
);
export const latest = statement((db, p: { applicationId: number; event: string }) =>
  db
    .selectFrom('handler')
    .selectAll()
    .where('application_id', '=', p.applicationId)
    .where('event', '=', p.event)
    .orderBy('id', 'desc')
    .limit(1),
);
export const byId = statement((db, p: { id: number }) => db.selectFrom('handler').selectAll().where('id', '=', p.id));
export const drop = statement((db, p: { applicationId: number; event: string }) =>
  db.deleteFrom('handler').where('application_id', '=', p.applicationId).where('event', '=', p.event),
);

export function handlerStore(session: Session) {
  return {
    async insertHandler(applicationId: number, event: HandledEvent, url: string): Promise<Handler> {
      const row = await first(session, insert, { applicationId, event, url });
      return { applicationId, event, url, id: (row as { id: number }).id };
    },
    async findExact(applicationId: number, event: HandledEvent, url: string): Promise<Handler | undefined> {
      const row = await first(session, exact, { applicationId, event, url });
      return row && toHandler(row);
    },
    /** Where the application hears of `event` now. */
    async findBound(applicationId: number, event: HandledEvent): Promise<Handler | undefined> {
      return await recalled(session, latest, { applicationId, event }, toHandler);
    },
    async findHandler(id: number): Promise<Handler | undefined> {
      return await recalled(session, byId, { id }, toHandler);
    },
    async deleteBound(applicationId: number, event: HandledEvent): Promise<void> {
      await session.all(drop, { applicationId, event });
    },
  };
}

function toHandler(row: { id: number; application_id: number; event: string; url: string }): Handler {
  return { id: row.id, applicationId: row.application_id, event: row.event as HandledEvent, url: row.url };
}
