import { z } from 'zod';
import {
  lenient,
  optional,
  type Parsed,
  type Possibly,
  readBy,
  readWith,
  required,
  type Values,
} from '#api/kernel/definition/field.ts';
import { within } from '#api/kernel/definition/within.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toList, toObject, toText } from '#api/kernel/wire/read.ts';
import { fileName } from '#domain/file/file.ts';
import { fromBase64 } from '#kit/base64.ts';
import { BadContent, SentContent } from '#storage/files/sent-content.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';

/*
 * How files are brought: https://apidocs.bitrix24.com/api-reference/files/how-to-upload-files.html
 */

const namedFile = component(
  'NamedFile',
  'Name of a file, and its content in Base64',
  z.tuple([wire.text, wire.fileBase64]),
  ['hello.txt', 'SGVsbG8gV29ybGQh'],
);

const content = readWith(namedFile, (raw): Parsed<SentContent> => {
  const [, sent] = toList(raw) ?? [];
  return readContent(sent);
});

/** The content of a file that was sent: as text, or written down already because it is large. */
export function readContent(raw: unknown): Parsed<SentContent> {
  if (raw instanceof SentContent) return { ok: true, value: raw };
  if (raw instanceof BadContent) return bad(raw);
  const bytes = fromBase64(toText(raw) ?? '');
  return bytes ? { ok: true, value: SentContent.of(bytes) } : bad(new BadContent('invalid', 'is not Base64'));
}

function bad({ fault, why }: BadContent): Parsed<never> {
  return { ok: false, fault, dropped: [{ where: '', why }] };
}

const name = readBy(wire.textOf(255), (raw) => fileName(toText(raw) ?? ''));
const NAME = 'Name of the file with its ending; signs that no system has in names become underscores';

const uploadFields = {
  generateUniqueName: field.flag('Y: a name that is taken gets a number', false),
} as const;

/** Of a file that comes with the call. */
export const storageUploadFields = {
  ...within('data', { NAME: required(NAME, name) }),
  fileContent: required('The file; its name here is not read', content),
  ...uploadFields,
} as const;

/** Of one that may also come later, to an address that is answered then. */
export const folderUploadFields = {
  ...within('data', { NAME: optional(`${NAME}. Must be given beside fileContent`, name) }),
  fileContent: optional(
    'The file; its name here is not read. Without it an address is answered to send it to',
    content,
  ),
  ...uploadFields,
} as const;

/** It is needed beside a file that comes with the call. */
export function hasNoName(params: Possibly<Values<typeof folderUploadFields>>, faulty: ReadonlySet<string>): boolean {
  const bringsFile = params.fileContent !== undefined || faulty.has('fileContent');
  return bringsFile && params['data.NAME'] === undefined && !faulty.has('data.NAME');
}

const right = z.object({ TASK_ID: wire.id, ACCESS_CODE: wire.text });
const rightList = z.array(right);
const RIGHTS = 'Not looked at: who may read a file follows from the folder that it lies in';

export const anyRights = lenient(RIGHTS, rightList, () => undefined);
export const rights = optional(
  RIGHTS,
  readBy(rightList, (raw) => {
    const list = toList(raw)?.map((one) => toObject(one));
    return list?.every((one) => one && 'TASK_ID' in one && 'ACCESS_CODE' in one) ? list : undefined;
  }),
);
