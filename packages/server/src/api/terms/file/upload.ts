import { Meanwhile } from '#api/kernel/definition/unfinished.ts';
import { addFile, type FileWish, freeName } from '#domain/file/add-file.ts';
import type { Folder, FullFile } from '#domain/file/file.ts';
import { reserveContent } from '#domain/file/reserve-content.ts';
import type { User } from '#domain/user/user.ts';
import { done, type Outcome } from '#kit/outcome.ts';
import type { SentContent } from '#storage/files/sent-content.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';

export type UploadRefusal = 'name_taken' | 'no_room' | 'content_gone';

/**
 * Puts a file that was sent into a folder. It is kept between two units, so that no unit waits for a disk: the first
 * one looks whether it will be taken, and takes room for it.
 */
export async function upload(
  work: UnitOfWork,
  user: User,
  folder: Folder,
  wish: FileWish,
  sent: SentContent,
): Promise<Outcome<FullFile | Meanwhile, UploadRefusal>> {
  if (!sent.kept) {
    const name = await freeName(work, user, folder, wish);
    if (!name.ok) return name;
    const content = await reserveContent(work, folder.portalId, sent);
    return content.ok ? done(new Meanwhile((files) => sent.keep(files, content.value))) : content;
  }
  const { picture } = sent.kept;
  if (picture) await work.contents.updatePicture(sent.kept.id, picture);
  return addFile(work, user, folder, wish, sent.kept);
}
