import type { Selectable } from 'kysely';
import type { Content, Picture } from '#domain/file/content.ts';
import { numbers, numbersIn } from '../number-list.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import type { ContentTable } from '../tables/file-tables.ts';

export const insert = statement((db, p: { portalId: number; key: string; size: number; hash: string; now: number }) =>
  db
    .insertInto('content')
    .values({
      portal_id: p.portalId,
      key: p.key,
      size: p.size,
      hash: p.hash,
      width: null,
      height: null,
      released_at: p.now,
      created_at: p.now,
    })
    .returning('id'),
);
export const describe = statement((db, p: { id: number; width: number; height: number; hasPreview: number }) =>
  db.updateTable('content').set({ width: p.width, height: p.height, has_preview: p.hasPreview }).where('id', '=', p.id),
);
export const byId = statement((db, p: { id: number }) => db.selectFrom('content').selectAll().where('id', '=', p.id));
export const byIds = statement((db, p: { ids: string }) =>
  db.selectFrom('content').selectAll().where('id', 'in', numbersIn(db, p.ids)),
);
export const use = statement((db, p: { id: number }) =>
  db.updateTable('content').set({ released_at: null }).where('id', '=', p.id).returning('id'),
);
/** Unless a file has it. */
export const release = statement((db, p: { id: number; now: number }) =>
  db
    .updateTable('content')
    .set({ released_at: p.now })
    .where('id', '=', p.id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('stored_file').select('stored_file.id').where('content_id', '=', p.id))),
    ),
);
export const released = statement((db, p: { before: number; limit: number }) =>
  db
    .selectFrom('content')
    .selectAll()
    .where('released_at', 'is not', null)
    .where('released_at', '<', p.before)
    .orderBy('released_at')
    .limit(p.limit),
);
export const remove = statement((db, p: { id: number }) =>
  db.deleteFrom('content').where('id', '=', p.id).where('released_at', 'is not', null).returning('size'),
);
export const total = statement((db, p: { portalId: number }) =>
  db.selectFrom('content_total').select('bytes').where('portal_id', '=', p.portalId),
);
export const count = statement((db, p: { portalId: number; bytes: number }) =>
  db
    .insertInto('content_total')
    .values({ portal_id: p.portalId, bytes: p.bytes })
    .onConflict((conflict) =>
      conflict.column('portal_id').doUpdateSet((eb) => ({
        bytes: eb('content_total.bytes', '+', eb.ref('excluded.bytes')),
      })),
    ),
);

/** What is in files. */
export function contentStore(session: Session) {
  return {
    /** Takes room for it; it counts as released until a file has it. */
    async insertContent(draft: Pick<Content, 'portalId' | 'key' | 'size' | 'hash'>, now: number): Promise<Content> {
      const row = await first(session, insert, { ...draft, now });
      await session.all(count, { portalId: draft.portalId, bytes: draft.size });
      return { ...draft, id: (row as { id: number }).id, picture: undefined };
    },
    async updatePicture(id: number, { width, height, hasPreview }: Picture): Promise<void> {
      await session.all(describe, { id, width, height, hasPreview: Number(hasPreview) });
    },
    async findContent(id: number): Promise<Content | undefined> {
      const row = await first(session, byId, { id });
      return row && toContent(row);
    },
    async listContents(ids: readonly number[]): Promise<Content[]> {
      if (ids.length === 0) return [];
      return (await session.all(byIds, { ids: numbers(ids) })).map(toContent);
    },
    /** A file has it from now on, and until the unit ends nobody takes it away; false: it is gone. */
    async updateUsed(id: number): Promise<boolean> {
      return (await first(session, use, { id })) !== undefined;
    },
    /** No file has it any more, unless one does. */
    async updateReleased(id: number, now: number): Promise<void> {
      await session.all(release, { id, now });
    },
    async listReleased(before: number, limit: number): Promise<Content[]> {
      return (await session.all(released, { before, limit })).map(toContent);
    },
    /** One that is released. */
    async deleteContent({ id, portalId }: Pick<Content, 'id' | 'portalId'>): Promise<void> {
      const row = await first(session, remove, { id });
      if (row) await session.all(count, { portalId, bytes: -row.size });
    },
    /** Bytes that the files of a portal come to. */
    async getTotal(portalId: number): Promise<number> {
      return (await first(session, total, { portalId }))?.bytes ?? 0;
    },
  };
}

export function toContent(row: Selectable<ContentTable>): Content {
  return {
    id: row.id,
    portalId: row.portal_id,
    key: row.key,
    size: row.size,
    hash: row.hash,
    picture:
      row.width === null || row.height === null
        ? undefined
        : { width: row.width, height: row.height, hasPreview: row.has_preview === 1 },
  };
}
