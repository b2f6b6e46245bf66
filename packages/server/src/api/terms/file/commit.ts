import { z } from 'zod';
import { idOf, isAbsent, optional, type Possibly, readBy, type Values } from '#api/kernel/definition/field.ts';
import { toId, toList } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import type { SentFiles } from '#domain/file/send-files.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';
import { anyChatFields, preferChatId } from '../chat/chat-or-dialog.ts';
import { contentFields, templateId } from '../message/params.ts';
import type { LinkTaker } from './links.ts';
import { presentFiles } from './present.ts';
import { presentModel } from './present-drive.ts';

/** Files that one message can have. */
const MOST = 50;

const ids = readBy(z.union([wire.id, z.array(wire.id).max(MOST)]), (raw) => {
  const list = (toList(raw) ?? [raw]).map(toId);
  const found = list.filter((id) => id !== undefined && id > 0) as number[];
  return found.length === list.length && list.length <= MOST ? [...new Set(found)] : undefined;
});

export const commitFields = {
  ...anyChatFields,
  FILE_ID: idOf('file', optional(`Id of the file, or of up to ${MOST}`, ids, [])),
  UPLOAD_ID: idOf('file', optional('The same; not looked at where FILE_ID is given', ids, [])),
  MESSAGE: contentFields.MESSAGE,
  SILENT_MODE: field.flag('Only for open channels, where the client is told or not', false),
  TEMPLATE_ID: templateId,
  AS_FILE: field.flag('Y: pictures that UPLOAD_ID names are sent as files, and shown as such', false),
} as const;

type CommitParams = Possibly<Values<typeof commitFields>>;

/** FILE_ID comes before UPLOAD_ID, DISK_ID is read as FILE_ID, and 0 is empty (G52). */
export function settleOnFiles(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const others = Object.fromEntries(
    Object.entries(preferChatId(sent)).filter(([name]) => !/^(?:file|disk|upload)_id$/i.test(name)),
  );
  const fileId = ['FILE_ID', 'DISK_ID'].map((name) => sentAs(name, sent)).find((one) => !isEmpty(one));
  return fileId === undefined ? { ...others, UPLOAD_ID: sentAs('UPLOAD_ID', sent) } : { ...others, FILE_ID: fileId };
}

function isEmpty(raw: unknown): boolean {
  return isAbsent(raw) || raw === 0 || raw === '0';
}

export function filesMeantBy({ FILE_ID = [], UPLOAD_ID = [] }: CommitParams): readonly number[] {
  return FILE_ID.length > 0 ? FILE_ID : UPLOAD_ID;
}

export function namesNoFile(params: CommitParams): boolean {
  return filesMeantBy(params).length === 0;
}

/** The answer: what was sent, by the id that it was named with (G50). */
export async function committed({ files, message }: SentFiles, kind: 'disk' | 'upload', taker: LinkTaker) {
  const keys = files.map(({ namedId }) => `${kind}${namedId}`);
  const presented = await presentFiles(
    files.map(({ file }) => file),
    taker,
  );
  return {
    FILES: Object.fromEntries(keys.map((key, i) => [key, { ...presented[i], date: {} }])) as Record<
      string,
      Omit<(typeof presented)[number], 'date'> & { date: Record<string, never> }
    >,
    DISK_ID: files.map(({ file }) => String(file.id)),
    FILE_MODELS: Object.fromEntries(files.map(({ file }, i) => [keys[i] ?? '', presentModel(file, taker)])),
    MESSAGE_ID: message.id,
  };
}
