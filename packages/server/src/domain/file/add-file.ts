import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Content } from './content.ts';
import { type Folder, type FullFile, numberedName } from './file.ts';

export interface FileWish {
  readonly name: string;
  /** A name that is taken gets a number; else it is refused. */
  readonly isRenaming: boolean;
}

/**
 * The name that the file will have; until the unit ends nobody else takes it. A name is taken by what the user can see in the
 * folder: a file from before their time in a chat, or one that another has not sent yet, they are not to know of.
 */
export async function freeName(
  work: UnitOfWork,
  user: User,
  folder: Pick<Folder, 'id' | 'chatId'>,
  { name, isRenaming }: FileWish,
): Promise<Outcome<string, 'name_taken'>> {
  await work.files.lockFolder(folder.id);
  const isTaken = await namesSeenBy(work, user, folder);
  if (!(await isTaken(name))) return done(name);
  return isRenaming ? done(await numbered(isTaken, name)) : refused('name_taken');
}

type IsTaken = (name: string) => Promise<boolean>;

async function namesSeenBy(work: Reading, user: User, { id, chatId }: Pick<Folder, 'id' | 'chatId'>): Promise<IsTaken> {
  const after = chatId === null ? 0 : ((await work.members.findMember(chatId, user.id))?.historyAfter ?? 0);
  const seen = { chatId, userId: user.id, after };
  return (name) => work.files.findTaken(id, name, seen);
}

/** Puts a file into a folder, with a content that is kept. */
export async function addFile(
  work: UnitOfWork,
  user: User,
  folder: Folder,
  wish: FileWish,
  content: Content,
): Promise<Outcome<FullFile, 'name_taken' | 'content_gone'>> {
  const name = await freeName(work, user, folder, wish);
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
async function numbered(isTaken: IsTaken, name: string): Promise<string> {
  const hasNumber = (number: number) => isTaken(numberedName(name, number));
  let taken = 0;
  let free = 1;
  while (await hasNumber(free)) {
    taken = free;
    free *= 2;
  }
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2);
    if (await hasNumber(middle)) taken = middle;
    else free = middle;
  }
  return numberedName(name, free);
}
