import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { exampleFile, sentFileSchema } from './schema.ts';

/*
 * Storages and files of the drive, as present-drive.ts tells them.
 */

const id = z.number().int();
const text = z.string();
const nothing = z.null();

export const storageSchema = component(
  'DriveStorage',
  'Where somebody keeps their files',
  z.object({
    ID: text,
    NAME: text,
    CODE: nothing,
    MODULE_ID: z.literal('disk'),
    ENTITY_TYPE: z.literal('user'),
    ENTITY_ID: text.describe('Id of the person'),
    ROOT_OBJECT_ID: text.describe('Id of the folder that holds all others'),
  }),
);

const common = {
  NAME: text,
  CODE: nothing,
  STORAGE_ID: text,
  TYPE: z.literal('file'),
  PARENT_ID: text.describe('Id of the folder'),
  SIZE: text.describe('Bytes'),
  CREATE_TIME: text,
  UPDATE_TIME: text,
  DELETE_TIME: nothing,
  CREATED_BY: text,
  UPDATED_BY: text,
  DOWNLOAD_URL: text.describe('Good for 15 minutes, without a header'),
  DETAIL_URL: text.describe('Where a page of the file would be'),
};

export const storedSchema = component(
  'DriveFile',
  'A file of the drive',
  z.object({
    ...common,
    ID: text,
    DELETED_TYPE: z.literal('0'),
    GLOBAL_CONTENT_VERSION: z.literal('1'),
    FILE_ID: text,
    DELETED_BY: z.literal('0'),
  }),
);

export const uploadedSchema = component(
  'UploadedFile',
  'A file of the drive that was just brought',
  z.object({
    ...common,
    ID: id,
    DELETED_TYPE: z.literal(0),
    GLOBAL_CONTENT_VERSION: z.literal(1),
    FILE_ID: id,
    DELETED_BY: nothing,
  }),
);

export const addressSchema = component(
  'UploadAddress',
  'Where the file can be sent to as a form of several parts',
  z.object({ field: z.literal('file').describe('Name of the part'), uploadUrl: text.describe('Good for 15 minutes') }),
);

const modelSchema = component(
  'DriveModel',
  'A file of the drive beside the message that it was sent with',
  z.object({
    id,
    name: text,
    createTime: z.object({}),
    updateTime: z.object({}),
    deleteTime: nothing,
    code: z.literal('media_original').nullable(),
    xmlId: nothing,
    storageId: id,
    realObjectId: id,
    parentId: id,
    deletedType: z.literal(0),
    createdBy: text,
    updatedBy: text,
    deletedBy: z.literal('0'),
    uniqueCode: text,
    typeFile: z.union([z.literal(2), z.literal(3), z.literal(7), z.literal(9)]).describe('Picture, film, other, sound'),
    globalContentVersion: z.literal(1),
    fileId: id,
    size: id,
    etag: text,
    links: z.object({ download: text, showInGrid: text, preview: text.describe('Empty: there is none') }),
  }),
);

const BY_KEY = '`disk5249` for a FILE_ID, `upload5249` for an UPLOAD_ID';

export const committedSchema = z.object({
  FILES: z.record(z.string(), sentFileSchema).describe(BY_KEY),
  DISK_ID: z.array(text).describe('Ids of the files in the chat, which are others where they were copied'),
  FILE_MODELS: z.record(z.string(), modelSchema).describe(BY_KEY),
  MESSAGE_ID: id,
});

const FILE = {
  NAME: 'hello.txt',
  CODE: null,
  STORAGE_ID: '1357',
  TYPE: 'file',
  PARENT_ID: '8930',
  SIZE: '11',
  CREATE_TIME: '2026-01-27T13:06:55+00:00',
  UPDATE_TIME: '2026-01-27T13:06:55+00:00',
  DELETE_TIME: null,
  CREATED_BY: '1269',
  UPDATED_BY: '1269',
  DOWNLOAD_URL: exampleFile.urlDownload,
  DETAIL_URL: 'https://portal.example.com/company/personal/user/1269/disk/file/hello.txt',
} as const;

export const exampleUploaded = {
  ...FILE,
  ID: 9011,
  DELETED_TYPE: 0,
  GLOBAL_CONTENT_VERSION: 1,
  FILE_ID: 32877,
  DELETED_BY: null,
} as const;

export const exampleStored = {
  ...FILE,
  ID: '9011',
  DELETED_TYPE: '0',
  GLOBAL_CONTENT_VERSION: '1',
  FILE_ID: '32877',
  DELETED_BY: '0',
} as const;

export const exampleStorage = {
  ID: '1357',
  NAME: 'Alice Arden',
  CODE: null,
  MODULE_ID: 'disk',
  ENTITY_TYPE: 'user',
  ENTITY_ID: '1',
  ROOT_OBJECT_ID: '8875',
} as const;

const { date: _, ...beside } = exampleFile;

export const exampleCommitted = {
  FILES: { disk5249: { ...beside, date: {} } },
  DISK_ID: ['5249'],
  FILE_MODELS: {},
  MESSAGE_ID: 84779,
} as const;
