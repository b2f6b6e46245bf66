import type { Selectable } from 'kysely';
import type { Distribution, Line, LineDraft } from '#domain/line/line.ts';
import { first, recalled, type Session } from '../session.ts';
import { type Builder, statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { LineTable } from '../tables/line-tables.ts';

const CHANGED = [
  'name',
  'is_active',
  'language',
  'welcome_bot_id',
  'uses_bot',
  'greets',
  'greeting',
  'distribution',
  'queue',
  'sites',
  'kept',
  'passes_on_after',
  'hours',
  'changed_by',
  'changed_at',
] as const;
const WRITTEN = [...CHANGED, 'portal_id', 'code', 'created_at'] as const;
export const insert = statement((db, p: ValuesOf<LineTable, typeof WRITTEN>) =>
  db.insertInto('line').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const everById = statement((db, p: { id: number }) => db.selectFrom('line').selectAll().where('id', '=', p.id));
/** Without those that were removed. */
const there = (db: Builder) => db.selectFrom('line').selectAll().where('removed_at', 'is', null);
export const byId = statement((db, p: { id: number }) => there(db).where('id', '=', p.id));
export const byCode = statement((db, p: { portalId: number; code: string }) =>
  there(db).where('portal_id', '=', p.portalId).where('code', '=', p.code),
);
export const ofPortal = statement((db, p: { portalId: number }) =>
  there(db).where('portal_id', '=', p.portalId).orderBy('id'),
);
export const update = statement((db, p: ValuesOf<LineTable, typeof CHANGED> & { id: number }) =>
  db.updateTable('line').set(valuesOf(p, CHANGED)).where('id', '=', p.id),
);
export const markRemoved = statement((db, p: { id: number; now: number }) =>
  db.updateTable('line').set({ removed_at: p.now }).where('id', '=', p.id),
);
export const lock = statement((db, p: { id: number }) =>
  db.selectFrom('line').select('id').where('id', '=', p.id).forNoKeyUpdate(),
);

export function lineStore(session: Session) {
  return {
    async insertLine(draft: LineDraft, now: number): Promise<Line> {
      const row = await first(session, insert, {
        ...toRow({ ...draft, changedAt: now }),
        portal_id: draft.portalId,
        code: draft.code,
        created_at: now,
      });
      return { ...draft, id: (row as { id: number }).id, createdAt: now, changedAt: now };
    },
    async findLine(id: number): Promise<Line | undefined> {
      return await recalled(session, byId, { id }, toLine);
    },
    /** One that was removed, too: conversations with it go on. */
    async findEver(id: number): Promise<Line | undefined> {
      return await recalled(session, everById, { id }, toLine);
    },
    async findByCode(portalId: number, code: string): Promise<Line | undefined> {
      return await recalled(session, byCode, { portalId, code }, toLine);
    },
    /** By id. */
    async listOfPortal(portalId: number): Promise<readonly Line[]> {
      return await session.recall(ofPortal, { portalId }, toLine);
    },
    async updateLine(line: Line): Promise<void> {
      await session.all(update, { ...toRow(line), id: line.id });
    },
    async updateRemoved(id: number, now: number): Promise<void> {
      await session.all(markRemoved, { id, now });
    },
    /** Until the unit ends nobody else makes a chat of a visitor there: two messages at once are of one visitor. */
    async lockLine(id: number): Promise<void> {
      // SQLite has one writer at a time anyway.
      if (session.dialect === 'postgres') await session.all(lock, { id });
    },
  };
}

function toRow(line: LineDraft & Pick<Line, 'changedAt'>) {
  return {
    name: line.name,
    is_active: Number(line.isActive),
    language: line.language,
    welcome_bot_id: line.welcomeBotId,
    uses_bot: Number(line.usesBot),
    greets: Number(line.greets),
    greeting: line.greeting,
    distribution: line.distribution,
    queue: JSON.stringify(line.queue),
    sites: JSON.stringify(line.sites),
    kept: JSON.stringify(line.kept),
    passes_on_after: line.passesOnAfter,
    hours: line.hours ? JSON.stringify(line.hours) : null,
    changed_by: line.changedBy,
    changed_at: line.changedAt,
  };
}

function toLine(row: Selectable<LineTable>): Line {
  return {
    id: row.id,
    portalId: row.portal_id,
    code: row.code,
    name: row.name,
    isActive: row.is_active === 1,
    language: row.language,
    welcomeBotId: row.welcome_bot_id,
    usesBot: row.uses_bot === 1,
    greets: row.greets === 1,
    greeting: row.greeting,
    distribution: row.distribution as Distribution,
    queue: JSON.parse(row.queue) as Line['queue'],
    sites: JSON.parse(row.sites) as Line['sites'],
    kept: JSON.parse(row.kept) as Line['kept'],
    passesOnAfter: row.passes_on_after,
    hours: row.hours === null ? undefined : (JSON.parse(row.hours) as Line['hours']),
    changedBy: row.changed_by,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}
