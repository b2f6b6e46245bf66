import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import type { User } from '../user/user.ts';
import { addFile } from './add-file.ts';
import type { FullFile } from './file.ts';
import { chatFolder } from './open-storage.ts';

/** A file as it is going to be sent into a chat: what lies elsewhere, or was sent already, is copied. */
export async function bringFile(
  work: UnitOfWork,
  author: User,
  chat: Chat,
  file: FullFile,
): Promise<Outcome<FullFile, 'name_taken' | 'content_gone'>> {
  if (file.chatId === chat.id && file.messageId === null) return done(file);
  return addFile(work, author, await chatFolder(work, chat), { name: file.name, isRenaming: true }, file.content);
}
