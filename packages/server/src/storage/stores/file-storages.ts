import type { Selectable } from 'kysely';
import type { FileStorage } from '#domain/file/file.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';
import type { FileStorageTable } from '../tables/file-tables.ts';

export const insertStorage = statement((db, p: { portalId: number; ownerId: number }) =>
  db
    .insertInto('file_storage')
    .values({ portal_id: p.portalId, owner_id: p.ownerId })
    .onConflict((conflict) => conflict.columns(['portal_id', 'owner_id']).doNothing())
    .returning('id'),
);
export const setRoot = statement((db, p: { id: number; rootId: number }) =>
  db.updateTable('file_storage').set({ root_id: p.rootId }).where('id', '=', p.id),
);
export const storageOf = statement((db, p: { portalId: number; ownerId: number }) =>
  db.selectFrom('file_storage').selectAll().where('portal_id', '=', p.portalId).where('owner_id', '=', p.ownerId),
);
export const storageById = statement((db, p: { id: number }) =>
  db.selectFrom('file_storage').selectAll().where('id', '=', p.id),
);

/** Whose folders and files are where: everybody has a storage of their own, and all chats have one together. */
export function fileStorages(session: Session) {
  return {
    /** null: of all chats. undefined: it is there already. */
    async insertStorage(portalId: number, ownerId: number | null): Promise<number | undefined> {
      return (await first(session, insertStorage, { portalId, ownerId: ownerId ?? 0 }))?.id;
    },
    async updateRoot(id: number, rootId: number): Promise<void> {
      await session.all(setRoot, { id, rootId });
    },
    async findStorageOf(portalId: number, ownerId: number | null): Promise<FileStorage | undefined> {
      const row = await first(session, storageOf, { portalId, ownerId: ownerId ?? 0 });
      return row && toStorage(row);
    },
    async findStorage(id: number): Promise<FileStorage | undefined> {
      const row = await first(session, storageById, { id });
      return row && toStorage(row);
    },
  };
}

function toStorage(row: Selectable<FileStorageTable>): FileStorage {
  return {
    id: row.id,
    portalId: row.portal_id,
    ownerId: row.owner_id === 0 ? null : row.owner_id,
    rootId: row.root_id,
  };
}
