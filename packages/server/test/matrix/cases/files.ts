import { HELLO_BASE64 } from '../../scenes/files.ts';
import { type Calls, own } from '../case.ts';

const FILE = { data: { NAME: 'new.txt' }, fileContent: ['new.txt', HELLO_BASE64], generateUniqueName: true };

export const files: Readonly<Record<string, Calls>> = {
  'im.disk.folder.get': [{ params: { CHAT_ID: own('chat') } }, { params: { DIALOG_ID: own('dialog') } }],
  'im.disk.file.commit': [
    { params: { CHAT_ID: own('chat'), FILE_ID: [own('driveFile')] } },
    { params: { DIALOG_ID: own('dialog'), UPLOAD_ID: [own('driveFile')] } },
  ],
  'im.disk.file.save': { params: { FILE_ID: own('chatFile') } },
  'im.disk.file.delete': {
    params: { CHAT_ID: own('chat'), FILE_ID: own('chatFile') },
    may: {
      CHAT_ID: { theirs: false, gone: false, elsewhere: false },
      FILE_ID: { theirs: false, gone: false, elsewhere: false },
    },
  },
  'disk.storage.getlist': { params: {} },
  'disk.storage.uploadfile': { params: { id: own('storage'), ...FILE } },
  'disk.folder.uploadfile': { params: { id: own('folder'), ...FILE } },
  'disk.file.get': [{ params: { id: own('chatFile') } }, { params: { id: own('driveFile') } }],
};
