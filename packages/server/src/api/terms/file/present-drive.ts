import { toIso } from '#api/kernel/call/time-block.ts';
import { Meanwhile } from '#api/kernel/definition/unfinished.ts';
import type { FileStorage, FullFile } from '#domain/file/file.ts';
import { fileUrl, type LinkTaker } from './links.ts';
import { typeOf } from './present.ts';

/** A storage of the drive. */
export function presentStorage({ id, ownerId, rootId }: FileStorage, name: string) {
  return {
    ID: String(id),
    NAME: name,
    CODE: null,
    MODULE_ID: 'disk' as const,
    ENTITY_TYPE: 'user' as const,
    ENTITY_ID: String(ownerId),
    ROOT_OBJECT_ID: String(rootId),
  };
}

/** A file of the drive that is there: all numbers are texts. */
export function presentStored(file: FullFile, taker: LinkTaker) {
  const { id, content, parentId, storageId, createdBy } = file;
  const time = toIso(file.createdAt);
  return {
    ID: String(id),
    NAME: file.name,
    CODE: null,
    STORAGE_ID: String(storageId),
    TYPE: 'file' as const,
    PARENT_ID: String(parentId),
    DELETED_TYPE: '0' as const,
    GLOBAL_CONTENT_VERSION: '1' as const,
    FILE_ID: String(content.id),
    SIZE: String(content.size),
    CREATE_TIME: time,
    UPDATE_TIME: time,
    DELETE_TIME: null,
    CREATED_BY: String(createdBy),
    UPDATED_BY: String(createdBy),
    DELETED_BY: '0' as const,
    DOWNLOAD_URL: fileUrl(taker, 'download', id),
    DETAIL_URL: `${taker.origin}/company/personal/user/${createdBy}/disk/file/${encodeURIComponent(file.name)}`,
  };
}

/** The same when it was just brought: what the portal has made is a number. */
export function presentUploaded(file: FullFile, taker: LinkTaker) {
  return {
    ...presentStored(file, taker),
    ID: file.id,
    DELETED_TYPE: 0 as const,
    GLOBAL_CONTENT_VERSION: 1 as const,
    FILE_ID: file.content.id,
    DELETED_BY: null,
  };
}

/** The answer to who brought it, unless there is something to wait for first. */
export function uploadedAnswer(file: FullFile | Meanwhile, taker: LinkTaker) {
  return file instanceof Meanwhile ? file : presentUploaded(file, taker);
}

const TYPE_NUMBERS = { image: 2, video: 3, audio: 9, file: 7 } as const;

/** A file of the drive as it stands beside a message that was sent (G51): times are empty objects. */
export function presentModel(file: FullFile, taker: LinkTaker) {
  const { id, content, createdBy } = file;
  const type = typeOf(file);
  return {
    id,
    name: file.name,
    createTime: {},
    updateTime: {},
    deleteTime: null,
    code: type === 'image' ? ('media_original' as const) : null,
    xmlId: null,
    storageId: file.storageId,
    realObjectId: id,
    parentId: file.parentId,
    deletedType: 0 as const,
    createdBy: String(createdBy),
    updatedBy: String(createdBy),
    deletedBy: '0' as const,
    uniqueCode: content.hash.slice(0, 20),
    typeFile: TYPE_NUMBERS[type],
    globalContentVersion: 1 as const,
    fileId: content.id,
    size: content.size,
    etag: content.hash.slice(0, 32),
    links: {
      download: pathOf(fileUrl(taker, 'download', id), taker),
      showInGrid: `/bitrix/tools/disk/focus.php?objectId=${id}&action=showObjectInGrid&ncc=1`,
      preview: content.picture?.hasPreview ? pathOf(fileUrl(taker, 'preview', id), taker) : '',
    },
  };
}

function pathOf(url: string, { origin }: LinkTaker): string {
  return url.slice(origin.length);
}
