import type { IncomingMessage } from 'node:http';
import { ApiError, systemErrors } from '#api/kernel/call/api-error.ts';
import type { CallAnswer } from '#api/kernel/call/call-answer.ts';
import { inSteps } from '#api/kernel/call/in-steps.ts';
import type { Aside } from '#api/kernel/call/waiting-room.ts';
import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import { linkTaker } from '#api/terms/file/links.ts';
import { presentUploaded } from '#api/terms/file/present-drive.ts';
import { driveRow } from '#api/terms/file/rows.ts';
import { upload } from '#api/terms/file/upload.ts';
import { accessFolder } from '#domain/file/access-folder.ts';
import type { Folder } from '#domain/file/file.ts';
import { type FullFile, fileName } from '#domain/file/file.ts';
import type { FileLink } from '#domain/file/file-link.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { FileNotKept } from '#storage/files/file-home.ts';
import { SentContent } from '#storage/files/sent-content.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { placeOf } from '../place.ts';
import { ContentWriter } from '../rest/contents/content-writer.ts';
import { SenderGone } from '../rest/sender-gone.ts';
import type { FileOptions } from './options.ts';
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
 * them the file. It is limited and noted as another call of that method by whoever got the address.
 */
export async function receive(request: IncomingMessage, query: string, options: FileOptions): Promise<CallAnswer> {
  const incoming = options.readIncoming(request);
  const { token } = parsePhpQuery(query);
  const link = await options.store.read(async (work) => work.links.read(String(token)));
  return options.dispatcher.dispatch({
    method: 'disk.folder.uploadfile',
    params: link?.kind === 'upload' ? { id: link.id, generateUniqueName: link.isRenaming ? 'Y' : 'N' } : {},
    credentials: { kind: 'link', link: String(token) },
    place: placeOf(incoming, options),
    sender: incoming,
    instead: (caller, aside) => putAway(request, link as FileLink, { caller, aside }, options),
  });
}

async function putAway(
  request: IncomingMessage,
  link: FileLink,
  { caller, aside }: { readonly caller: ApiCaller; readonly aside: Aside },
  options: FileOptions,
): Promise<object> {
  const { store, contents, onError } = options;
  // Before anything of it is read: who may not bring it need not send it.
  await store.read((work) => folderOf(work, caller, link));
  const writer = new ContentWriter(await contents.files.draft(), contents.most, onError);
  try {
    const name = await aside(() => receivedPart(request, writer, contents.most)).catch(refuseHalves);
    const content = await writer.whole();
    const wanted = fileName(name ?? '');
    if (wanted === undefined || !(content instanceof SentContent) || content.size === 0) throw REFUSALS.content_gone;
    const file = await inSteps(
      () =>
        store.write(async (work) => {
          const folder = await folderOf(work, caller, link);
          const naming = { name: wanted, isRenaming: link.isRenaming };
          const brought = await upload(work, caller.user, folder, naming, content);
          if (!brought.ok) throw REFUSALS[brought.reason];
          return brought.value;
        }),
      contents.files,
    ).catch((error: unknown) => {
      if (!(error instanceof FileNotKept)) throw error;
      onError(error);
      throw REFUSALS.content_gone;
    });
    return await store.read(async (work) => presentUploaded(file as FullFile, linkTaker(work, caller)));
  } finally {
    await writer.discard();
  }
}

/** Nobody reads this answer; the log of calls tells of it. */
function refuseHalves(error: unknown): never {
  throw error instanceof SenderGone ? systemErrors.invalidRequest('The file did not come whole') : error;
}

/** Where the file goes: looked up anew when it has come, as its sender may have left meanwhile. */
async function folderOf(work: Reading, { user }: ApiCaller, { id }: FileLink): Promise<Folder> {
  const current = await work.users.findUser(user.id);
  const folder = current?.isActive ? await accessFolder(work, current, id) : undefined;
  if (!folder?.ok) throw REFUSALS[folder?.reason ?? 'folder_denied'];
  return folder.value;
}
