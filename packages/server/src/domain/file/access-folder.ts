import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { accessChat } from '../chat/access-chat.ts';
import type { User } from '../user/user.ts';
import type { Folder } from './file.ts';

/** A folder that somebody may put files into: one of their own, or that of a chat they are in. */
export async function accessFolder(
  work: Reading,
  user: User,
  id: number,
): Promise<Outcome<Folder, 'folder_not_found' | 'folder_denied'>> {
  const folder = await work.files.findFolder(id);
  if (folder?.portalId !== user.portalId) return refused('folder_not_found');
  if (folder.chatId === null) {
    const storage = await work.files.findStorage(folder.storageId);
    return storage?.ownerId === user.id ? done(folder) : refused('folder_denied');
  }
  const view = await accessChat(work, user, folder.chatId);
  return view.ok && view.value.member ? done(folder) : refused('folder_denied');
}

/** A storage of somebody's own, with the folder that holds all others. */
export async function accessStorage(
  work: Reading,
  user: User,
  id: number,
): Promise<Outcome<Folder, 'storage_not_found' | 'storage_denied'>> {
  const storage = await work.files.findStorage(id);
  const root = storage && (await work.files.findFolder(storage.rootId));
  if (!root || storage.portalId !== user.portalId) return refused('storage_not_found');
  return storage.ownerId === user.id ? done(root) : refused('storage_denied');
}
