import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { accessChat } from '../chat/access-chat.ts';
import type { User } from '../user/user.ts';
import { removeFile } from './remove-file.ts';

/**
 * Takes a file out of a chat for who sent it. For others who are in the chat nothing is done, and that is no error (G53).
 *
 * @returns false: there is no such file, or the chat is none of theirs
 */
export async function deleteChatFile(
  work: UnitOfWork,
  user: User,
  { chatId, fileId }: { readonly chatId: number; readonly fileId: number },
): Promise<boolean> {
  const view = await accessChat(work, user, chatId);
  const file = view.ok && view.value.member ? await work.files.findFile(fileId) : undefined;
  if (file?.chatId !== chatId) return false;
  if (file.createdBy === user.id) await removeFile(work, file);
  return true;
}
