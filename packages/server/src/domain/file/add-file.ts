import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Content } from './content.ts';
import { type Folder, type FullFile, numberedName } from './file.ts';

export interface FileWish {
  readonly name: string;
  /** A name that is taken gets a number; else it is refused. */
  readonly isRenaming: boolean;
}

/** The name that the file will have; until the unit ends nobody else takes it. */
export async function freeName(
  work: UnitOfWork,
  folder: Pick<Folder, 'id'>,
  { name, isRenaming }: FileWish,
): Promise<Outcome<string, 'name_taken'>> {
  await work.files.lockFolder(folder.id);
  if (!(await work.files.findTaken(folder.id, name))) return done(name);
  return isRenaming ? done(await numbered(work, folder.id, name)) : refused('name_taken');
}

/** Puts a file into a folder, with a content that is kept. */
export async function addFile(
  work: UnitOfWork,
  user: User,
  folder: Folder,
  wish: FileWish,
  content: Content,
): Promise<Outcome<FullFile, 'name_taken' | 'content_gone'>> {
  const name = await freeName(work, folder, wish);
  if (!name.ok) return name;
  if (!(await work.contents.updateUsed(content.id))) return refused('content_gone');
  const { portalId, storageId, chatId } = folder;
  const file = await work.files.insertFile(
    {
      portalId,
      storageId,
      chatId,
      parentId: folder.id,
      name: name.value,
      contentId: content.id,
      messageId: null,
      isPlain: false,
      createdBy: user.id,
    },
    work.now,
  );
  return done({ ...file, content });
}

/** Doubles the number until one is free, and looks between the last two then: a thousand of a name take twenty looks. */
async function numbered(work: UnitOfWork, folderId: number, name: string): Promise<string> {
  const isTaken = (number: number) => work.files.findTaken(folderId, numberedName(name, number));
  let taken = 0;
  let free = 1;
  while (await isTaken(free)) {
    taken = free;
    free *= 2;
  }
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2);
    if (await isTaken(middle)) taken = middle;
    else free = middle;
  }
  return numberedName(name, free);
}
