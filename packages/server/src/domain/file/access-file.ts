import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { accessChat } from '../chat/access-chat.ts';
import type { User } from '../user/user.ts';
import type { FullFile, StoredFile } from './file.ts';

export type FileRefusal = 'file_not_found' | 'file_denied';

/**
 * A file that the viewer may read: their own, one that was sent into a chat that they may look into, not before their time
 * there, or one that they are about to send.
 */
export async function accessFile(work: Reading, viewer: User, id: number): Promise<Outcome<FullFile, FileRefusal>> {
  const file = await work.files.findFile(id);
  if (file?.portalId !== viewer.portalId) return refused('file_not_found');
  const content = await work.contents.findContent(file.contentId);
  if (!content) return refused('file_not_found');
  return (await mayRead(work, viewer, file)) ? done({ ...file, content }) : refused('file_denied');
}

async function mayRead(work: Reading, viewer: User, file: StoredFile): Promise<boolean> {
  if (file.chatId === null) {
    const storage = await work.files.findStorage(file.storageId);
    return storage?.ownerId === viewer.id;
  }
  const view = await accessChat(work, viewer, file.chatId);
  if (!view.ok) return false;
  if (file.messageId === null) return file.createdBy === viewer.id;
  return file.messageId > (view.value.member?.historyAfter ?? 0);
}
