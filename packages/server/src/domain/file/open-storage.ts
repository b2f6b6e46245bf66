import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import type { FileStorage, Folder } from './file.ts';

/** The storage of a person, or, for null, that of all chats; it is made when it is first asked for. */
export async function openStorage(work: UnitOfWork, portalId: number, ownerId: number | null): Promise<FileStorage> {
  const known = await work.files.findStorageOf(portalId, ownerId);
  if (known) return known;
  const id = await work.files.insertStorage(portalId, ownerId);
  // Somebody else may have made it at the same moment.
  if (id === undefined) return (await work.files.findStorageOf(portalId, ownerId)) as FileStorage;
  const root = await work.files.insertFolder(
    { portalId, storageId: id, parentId: null, chatId: null, name: '/', createdBy: ownerId ?? 0 },
    work.now,
  );
  await work.files.updateRoot(id, root.id);
  return { id, portalId, ownerId, rootId: root.id };
}

/** The folder of a chat: the same one for all who write there. */
export async function chatFolder(work: UnitOfWork, chat: Chat): Promise<Folder> {
  await work.chats.lockChat(chat.id);
  const { folderId } = (await work.chats.findChat(chat.id)) ?? chat;
  const known = folderId === null ? undefined : await work.files.findFolder(folderId);
  if (known) return known;
  const { id: storageId, rootId } = await openStorage(work, chat.portalId, null);
  const folder = await work.files.insertFolder(
    {
      portalId: chat.portalId,
      storageId,
      parentId: rootId,
      chatId: chat.id,
      name: `chat${chat.id}`,
      createdBy: chat.ownerId,
    },
    work.now,
  );
  await work.chats.updateFolder(chat.id, folder.id);
  return folder;
}

/** What the folder is called that files of chats are saved into. No file there can take the name first. */
const SAVED = 'Saved Files';

/** Where somebody keeps what they saved from chats. */
export async function savedFolder(work: UnitOfWork, portalId: number, ownerId: number): Promise<Folder> {
  const { id: storageId, rootId } = await openStorage(work, portalId, ownerId);
  await work.files.lockFolder(rootId);
  const known = await work.files.findFolderIn(rootId, SAVED);
  if (known) return known;
  return work.files.insertFolder(
    { portalId, storageId, parentId: rootId, chatId: null, name: SAVED, createdBy: ownerId },
    work.now,
  );
}
