import type { DocumentedMethod, DocumentedParam, DocumentedRow } from '../checks/catalog.ts';

/*
 * Methods of the drive that chat bots use, from pages that are not in the fixtures. Facts of the documentation of 21
 * August 2026 in our own words.
 */

const error = (code: string, message: string): DocumentedRow => ({ code, message, status: 400 });
const denied: DocumentedRow = { code: 'ACCESS_DENIED', message: 'Access denied', status: null };

const argument = error('ERROR_ARGUMENT', 'Invalid value of parameter {Parameter #0}');
const notFound = error('ERROR_NOT_FOUND', 'Could not find entity with id `N`');
const nameRequired = error('DISK_BASE_SERVICE_22001', 'Error: required parameter NAME (DISK_BASE_SERVICE_22001)');
const notSaved = error('ERROR_COULD_NOT_SAVE_FILE', 'Could not save file');
/** G52; the text is that of the pages on copies and moves. */
const nameTaken = error('DISK_OBJ_22000', 'A file with this name already exists');

const id: DocumentedParam = { name: 'id', required: true, type: 'integer' };
const time = { start: 1, finish: 1, duration: 1, processing: 1, date_start: '', date_finish: '' };

const uploadParams = (isFileRequired: boolean): DocumentedParam[] => [
  id,
  {
    name: 'data',
    required: true,
    type: 'array',
    children: [
      { name: 'NAME', required: true, type: 'string', ...(!isFileRequired && { required_note: 'Beside fileContent' }) },
    ],
  },
  { name: 'fileContent', required: isFileRequired, type: 'array' },
  { name: 'rights', required: false, type: 'array' },
  { name: 'generateUniqueName', required: false, type: 'boolean' },
];

const LINKS = {
  DOWNLOAD_URL: 'https://portal.example.com/rest/download.json?token=...',
  DETAIL_URL: 'https://portal.example.com/company/personal/user/1269/disk/file/test.png',
};
const UPLOADED = {
  ID: 9011,
  NAME: 'test.png',
  CODE: null,
  STORAGE_ID: '1357',
  TYPE: 'file',
  PARENT_ID: '8930',
  DELETED_TYPE: 0,
  GLOBAL_CONTENT_VERSION: 1,
  FILE_ID: 32877,
  SIZE: '1679',
  CREATE_TIME: '2026-01-27T13:06:55+02:00',
  UPDATE_TIME: '2026-01-27T13:06:55+02:00',
  DELETE_TIME: null,
  CREATED_BY: '1269',
  UPDATED_BY: '1269',
  DELETED_BY: null,
  ...LINKS,
};

export const driveMethods: readonly DocumentedMethod[] = [
  {
    name: 'disk.storage.getlist',
    page: 'api-reference/disk/storage/disk-storage-get-list',
    scope: 'disk',
    params: [
      { name: 'filter', required: false, type: 'array' },
      { name: 'order', required: false, type: 'array' },
      { name: 'start', required: false, type: 'integer' },
    ],
    answer: {
      result: [
        {
          ID: '13',
          NAME: 'Klaus Weber',
          CODE: null,
          MODULE_ID: 'disk',
          ENTITY_TYPE: 'user',
          ENTITY_ID: '3',
          ROOT_OBJECT_ID: '21',
        },
      ],
      total: 1,
      time,
    },
    returned: {},
    errors: [],
  },
  {
    name: 'disk.storage.uploadfile',
    page: 'api-reference/disk/storage/disk-storage-upload-file',
    scope: 'disk',
    params: uploadParams(true),
    answer: { result: UPLOADED, time },
    returned: {},
    errors: [argument, notFound, nameRequired, notSaved, error('', 'Invalid rights format'), denied, nameTaken],
  },
  {
    name: 'disk.folder.uploadfile',
    page: 'api-reference/disk/folder/disk-folder-upload-file',
    scope: 'disk',
    params: uploadParams(false),
    answer: { result: UPLOADED, time },
    returned: {},
    errors: [argument, notFound, nameRequired, notSaved, denied, nameTaken],
  },
  {
    name: 'disk.file.get',
    page: 'api-reference/disk/file/disk-file-get',
    scope: 'disk',
    params: [id],
    answer: {
      result: {
        ...UPLOADED,
        ID: '9011',
        DELETED_TYPE: '0',
        GLOBAL_CONTENT_VERSION: '1',
        FILE_ID: '32877',
        DELETED_BY: '0',
      },
      time,
    },
    returned: {},
    errors: [argument, notFound, denied],
  },
];
