import { sentAs } from '#api/kernel/wire/sent-as.ts';
import { field } from '../basic/fields.ts';

export const fileId = field.givenId('file', 'Id of the file');
export const folderId = field.givenId('folder', 'Id of the folder');
export const storageId = field.givenId('storage', 'Id of the storage');

/** Of a file of a chat, where 0 is empty. */
export const chatFileId = field.requiredId('file', 'Id of the file');

/** DISK_ID is read as FILE_ID (G52). */
export function readDiskId(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...sent, FILE_ID: sentAs('FILE_ID', sent) ?? sentAs('DISK_ID', sent) };
}
