import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { accessFile } from './access-file.ts';
import { addFile } from './add-file.ts';
import type { Folder, FullFile } from './file.ts';
import { savedFolder } from './open-storage.ts';

/** Copies a file that somebody may read to their own. */
export async function saveFile(
  work: UnitOfWork,
  user: User,
  fileId: number,
): Promise<Outcome<{ readonly folder: Folder; readonly file: FullFile }, 'file_unreadable'>> {
  const found = await accessFile(work, user, fileId);
  if (!found.ok) return refused('file_unreadable');
  const folder = await savedFolder(work, user.portalId, user.id);
  const wish = { name: found.value.name, isRenaming: true };
  const file = await addFile(work, user, folder, wish, found.value.content);
  return file.ok ? done({ folder, file: file.value }) : refused('file_unreadable');
}
