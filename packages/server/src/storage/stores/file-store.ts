import type { Selectable } from 'kysely';
import type { FileDraft, Folder, StoredFile } from '#domain/file/file.ts';
import { numbers, numbersIn } from '../number-list.ts';
import { first, type Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { StoredFileTable } from '../tables/file-tables.ts';
import { fileStorages } from './file-storages.ts';

const WRITTEN = [
  'portal_id',
  'storage_id',
  'parent_id',
  'chat_id',
  'is_folder',
  'name',
  'content_id',
  'message_id',
  'is_plain',
  'created_by',
  'created_at',
] as const;
export const insert = statement((db, p: ValuesOf<StoredFileTable, typeof WRITTEN>) =>
  db.insertInto('stored_file').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const filesByIds = statement((db, p: { ids: string }) =>
  db
    .selectFrom('stored_file')
    .selectAll()
    .where('id', 'in', numbersIn(db, p.ids))
    .where('is_folder', '=', 0)
    .orderBy('id'),
);
export const byId = statement((db, p: { id: number }) =>
  db.selectFrom('stored_file').selectAll().where('id', '=', p.id),
);
export const byName = statement((db, p: { parentId: number; name: string }) =>
  db.selectFrom('stored_file').selectAll().where('parent_id', '=', p.parentId).where('name', '=', p.name),
);
/** Of a chat: what was sent behind that message, or is still to be sent by the user. */
export const seenByName = statement((db, p: { parentId: number; name: string; userId: number; after: number }) =>
  db
    .selectFrom('stored_file')
    .select('id')
    .where('parent_id', '=', p.parentId)
    .where('name', '=', p.name)
    .where((eb) =>
      eb.or([eb('message_id', '>', p.after), eb.and([eb('message_id', 'is', null), eb('created_by', '=', p.userId)])]),
    )
    .limit(1),
);
export const lock = statement((db, p: { id: number }) =>
  db.selectFrom('stored_file').select('id').where('id', '=', p.id).forUpdate(),
);
export const send = statement((db, p: { id: number; messageId: number; isPlain: number }) =>
  db.updateTable('stored_file').set({ message_id: p.messageId, is_plain: p.isPlain }).where('id', '=', p.id),
);
export const remove = statement((db, p: { id: number }) => db.deleteFrom('stored_file').where('id', '=', p.id));
export const ofChat = statement((db, p: { chatId: number; limit: number }) =>
  db.selectFrom('stored_file').select(['id', 'content_id']).where('chat_id', '=', p.chatId).limit(p.limit),
);
export const sentTo = statement((db, p: { chatId: number; historyAfter: number; before: number; limit: number }) =>
  db
    .selectFrom('stored_file')
    .select('id')
    .where('chat_id', '=', p.chatId)
    .where('message_id', '>', p.historyAfter)
    .where('id', '<', p.before)
    .orderBy('id', 'desc')
    .limit(p.limit),
);
export const unsent = statement((db, p: { before: number; limit: number }) =>
  db
    .selectFrom('stored_file')
    .selectAll()
    .where('chat_id', 'is not', null)
    .where('message_id', 'is', null)
    .where('is_folder', '=', 0)
    .where('created_at', '<', p.before)
    .limit(p.limit),
);

/** Folders and files, and whose they are. */
export function fileStore(session: Session) {
  return {
    ...fileStorages(session),
    async insertFolder(draft: Omit<Folder, 'id' | 'createdAt'>, now: number): Promise<Folder> {
      const row = await first(session, insert, {
        ...entryRow(draft, now),
        is_folder: 1,
        content_id: null,
        message_id: null,
        is_plain: 0,
      });
      return { ...draft, id: (row as { id: number }).id, createdAt: now };
    },
    async insertFile(draft: FileDraft, now: number): Promise<StoredFile> {
      const row = await first(session, insert, {
        ...entryRow(draft, now),
        is_folder: 0,
        content_id: draft.contentId,
        message_id: draft.messageId,
        is_plain: Number(draft.isPlain),
      });
      return { ...draft, id: (row as { id: number }).id, createdAt: now };
    },
    async findFile(id: number): Promise<StoredFile | undefined> {
      const row = await first(session, byId, { id });
      return row?.is_folder === 0 ? toFile(row) : undefined;
    },
    async findFolder(id: number): Promise<Folder | undefined> {
      const row = await first(session, byId, { id });
      return row?.is_folder === 1 ? toFolder(row) : undefined;
    },
    async listFiles(ids: readonly number[]): Promise<StoredFile[]> {
      if (ids.length === 0) return [];
      return (await session.all(filesByIds, { ids: numbers(ids) })).map(toFile);
    },
    /** Until the unit ends nobody else puts something into it. */
    async lockFolder(id: number): Promise<void> {
      // SQLite has one writer at a time anyway.
      if (session.dialect === 'postgres') await session.all(lock, { id });
    },
    async findFolderIn(parentId: number, name: string): Promise<Folder | undefined> {
      const row = await first(session, byName, { parentId, name });
      return row?.is_folder === 1 ? toFolder(row) : undefined;
    },
    /** Whether something in the folder has that name; of files of a chat, one that the user can see. */
    async findTaken(
      parentId: number,
      name: string,
      { chatId, userId, after }: { readonly chatId: number | null; readonly userId: number; readonly after: number },
    ): Promise<boolean> {
      if (chatId === null) return (await first(session, byName, { parentId, name })) !== undefined;
      return (await first(session, seenByName, { parentId, name, userId, after })) !== undefined;
    },
    async updateSent(id: number, messageId: number, isPlain: boolean): Promise<void> {
      await session.all(send, { id, messageId, isPlain: Number(isPlain) });
    },
    async deleteFile(id: number): Promise<void> {
      await session.all(remove, { id });
    },
    /** Ids of what belongs to a chat, folders too, with the content of each. */
    async listOfChat(
      chatId: number,
      limit: number,
    ): Promise<{ readonly id: number; readonly contentId: number | null }[]> {
      const rows = await session.all(ofChat, { chatId, limit });
      return rows.map((row) => ({ id: row.id, contentId: row.content_id }));
    },
    /** Ids of files that were sent to a chat with messages behind that one, the newest first. */
    async listSentTo(chatId: number, historyAfter: number, before: number, limit: number): Promise<number[]> {
      return (await session.all(sentTo, { chatId, historyAfter, before, limit })).map(({ id }) => id);
    },
    /** Files of chats that no message names. */
    async listUnsent(before: number, limit: number): Promise<StoredFile[]> {
      return (await session.all(unsent, { before, limit })).map(toFile);
    },
  };
}

function entryRow(draft: Omit<Folder, 'id' | 'createdAt'>, now: number) {
  return {
    portal_id: draft.portalId,
    storage_id: draft.storageId,
    parent_id: draft.parentId,
    chat_id: draft.chatId,
    name: draft.name,
    created_by: draft.createdBy,
    created_at: now,
  };
}

function toFolder(row: Selectable<StoredFileTable>): Folder {
  return {
    id: row.id,
    portalId: row.portal_id,
    storageId: row.storage_id,
    parentId: row.parent_id,
    chatId: row.chat_id,
    name: row.name,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}

function toFile(row: Selectable<StoredFileTable>): StoredFile {
  const { parentId, ...entry } = toFolder(row);
  return {
    ...entry,
    parentId: parentId ?? 0,
    contentId: row.content_id ?? 0,
    messageId: row.message_id,
    isPlain: row.is_plain === 1,
  };
}
