import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Message } from '../message/message.ts';
import type { StoredFile } from './file.ts';

/** Takes a file away. What was in it goes, too, a while after nobody has a copy any more. */
export async function removeFile(
  work: UnitOfWork,
  { id, contentId }: Pick<StoredFile, 'id' | 'contentId'>,
): Promise<void> {
  await work.files.deleteFile(id);
  await work.contents.updateReleased(contentId, work.now);
}

/** What was sent with a message that is deleted. */
export async function removeFilesOf(work: UnitOfWork, { id, params }: Pick<Message, 'id' | 'params'>): Promise<void> {
  for (const file of await work.files.listFiles(params.fileIds ?? []))
    if (file.messageId === id) await removeFile(work, file);
}

/** Of a chat that is seen no more: up to `most` of its files, and at last its folder; answers how many. */
export async function emptyFolder(work: UnitOfWork, chatId: number, most: number): Promise<number> {
  const found = await work.files.listOfChat(chatId, most);
  for (const { id, contentId } of found) {
    if (contentId === null) await work.files.deleteFile(id);
    else await removeFile(work, { id, contentId });
  }
  return found.length;
}

/** Milliseconds after which what was brought into a chat's folder and sent with no message goes (G52). */
const UNSENT_FOR = 24 * 60 * 60_000;

/** Takes away `most` of these; answers how many there were. */
export async function forgetUnsentFiles(work: UnitOfWork, most: number): Promise<number> {
  const found = await work.files.listUnsent(work.now - UNSENT_FOR, most);
  for (const file of found) await removeFile(work, file);
  return found.length;
}
