import type { IncomingMessage } from 'node:http';
import { ApiError } from '#api/kernel/call/api-error.ts';
import { inSteps } from '#api/kernel/call/in-steps.ts';
import { timeBlock } from '#api/kernel/call/time-block.ts';
import { presentUploaded } from '#api/terms/file/present-drive.ts';
import { driveRow } from '#api/terms/file/rows.ts';
import { upload } from '#api/terms/file/upload.ts';
import { accessFolder } from '#domain/file/access-folder.ts';
import type { Folder } from '#domain/file/file.ts';
import { type FullFile, fileName } from '#domain/file/file.ts';
import type { FileLink } from '#domain/file/file-link.ts';
import type { User } from '#domain/user/user.ts';
import { FileNotKept } from '#storage/files/file-home.ts';
import { SentContent } from '#storage/files/sent-content.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { ContentWriter } from '../rest/contents/content-writer.ts';
import type { FileOptions } from './options.ts';
import { readLink } from './read-link.ts';
import { receivedPart } from './received-part.ts';

/** By the reasons for which nothing is put into the folder. */
const REFUSALS = {
  folder_not_found: new ApiError(driveRow.denied.code, driveRow.denied.message),
  folder_denied: new ApiError(driveRow.denied.code, driveRow.denied.message),
  name_taken: new ApiError(driveRow.nameTaken.code, driveRow.nameTaken.message),
  no_room: new ApiError(driveRow.notSaved.code, driveRow.notSaved.message),
  content_gone: new ApiError(driveRow.notSaved.code, driveRow.notSaved.message),
};

/**
 * Takes in the file that is sent to an address which `disk.folder.uploadfile` gave out: a form of several parts, one of
 * them the file.
 *
 * @throws ApiError when it is not taken
 */
export async function receive(
  request: IncomingMessage,
  query: string,
  origin: string,
  options: FileOptions,
): Promise<{ readonly status: number; readonly body: object }> {
  const { store, contents, clock, onError } = options;
  const [startedAt, begun] = [clock.now(), clock.monotonic()];
  // Before anything of it is read: who may not bring it need not send it.
  const { link } = await store.read((work) => destination(work, query));
  const writer = new ContentWriter(await contents.files.draft(), contents.most, onError);
  try {
    const name = await receivedPart(request, writer, contents.most);
    const content = await writer.whole();
    const wanted = fileName(name ?? '');
    if (wanted === undefined || !(content instanceof SentContent) || content.size === 0) throw REFUSALS.content_gone;
    const file = await inSteps(
      () =>
        store.write(async (work) => {
          const { user, folder } = await destination(work, query);
          const brought = await upload(work, user, folder, { name: wanted, isRenaming: link.isRenaming }, content);
          if (!brought.ok) throw REFUSALS[brought.reason];
          return brought.value;
        }),
      contents.files,
    ).catch((error: unknown) => {
      if (!(error instanceof FileNotKept)) throw error;
      onError(error);
      throw REFUSALS.content_gone;
    });
    const result = await store.read(async (work) =>
      presentUploaded(file as FullFile, { work, portalId: link.portalId, userId: link.userId, origin }),
    );
    const durationMs = clock.monotonic() - begun;
    const spent = { startedAt, durationMs, processingMs: durationMs, operatingMs: 0, operatingResetAt: startedAt };
    return { status: 200, body: { result, time: timeBlock(spent) } };
  } finally {
    await writer.discard();
  }
}

/** Where the file goes, and in whose name. */
async function destination(
  work: Reading,
  query: string,
): Promise<{ readonly link: FileLink; readonly user: User; readonly folder: Folder }> {
  const link = readLink(work, query);
  if (link instanceof ApiError) throw link;
  const user = link.kind === 'upload' ? await work.users.findUser(link.userId) : undefined;
  if (!user?.isActive || user.portalId !== link.portalId) throw REFUSALS.folder_denied;
  const folder = await accessFolder(work, user, link.id);
  if (!folder.ok) throw REFUSALS[folder.reason];
  return { link, user, folder: folder.value };
}
