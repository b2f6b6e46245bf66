import { guard, lookup } from '#api/kernel/definition/lookup.ts';
import { accessFile, type FileRefusal } from '#domain/file/access-file.ts';
import { accessFolder, accessStorage } from '#domain/file/access-folder.ts';
import type { FullFile } from '#domain/file/file.ts';
import { done, type Outcome, refused } from '#kit/outcome.ts';
import { NO_ID } from '../basic/no-id.ts';

/** A file that the caller may read. */
export const readableFile = lookup(['file_denied'], async ({ work, caller }, id: number | undefined) => {
  const file = await accessFile(work, caller.user, id ?? NO_ID);
  return file.ok ? file : refused('file_denied');
});

/** There is such a file on the portal. */
export const thereIsFile = guard(['file_not_found'], async ({ work, caller }, id: number | undefined) =>
  thereIs(await accessFile(work, caller.user, id ?? NO_ID), 'file_not_found', id),
);

/** A folder that the caller may put files into. */
export const ownFolder = lookup(['folder_denied'], async ({ work, caller }, id: number | undefined) => {
  const folder = await accessFolder(work, caller.user, id ?? NO_ID);
  return folder.ok ? folder : refused('folder_denied');
});

export const thereIsFolder = guard(['folder_not_found'], async ({ work, caller }, id: number | undefined) =>
  thereIs(await accessFolder(work, caller.user, id ?? NO_ID), 'folder_not_found', id),
);

/** The root of a storage that the caller may put files into. */
export const ownRoot = lookup(['storage_denied'], async ({ work, caller }, id: number | undefined) => {
  const root = await accessStorage(work, caller.user, id ?? NO_ID);
  return root.ok ? root : refused('storage_denied');
});

export const thereIsStorage = guard(['storage_not_found'], async ({ work, caller }, id: number | undefined) =>
  thereIs(await accessStorage(work, caller.user, id ?? NO_ID), 'storage_not_found', id),
);

/** Whether they may have it is asked further down in the table. */
function thereIs<const R extends string>(
  found: Outcome<unknown, string>,
  reason: R,
  id: number | undefined,
): Outcome<true, R> {
  return !found.ok && found.reason === reason ? refused(reason, { id: id ?? NO_ID }) : done(true);
}

/** Files that the caller may read, all of them. */
export const readableFiles = lookup(
  ['file_unreadable'],
  async ({ work, caller }, ids: readonly number[] | undefined): Promise<Outcome<FullFile[], 'file_unreadable'>> => {
    const files: FullFile[] = [];
    for (const id of ids ?? []) {
      const file: Outcome<FullFile, FileRefusal> = await accessFile(work, caller.user, id);
      if (!file.ok) return refused('file_unreadable');
      files.push(file.value);
    }
    return done(files);
  },
);
