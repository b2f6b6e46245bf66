import { present, readBy, readWith, required } from '#api/kernel/definition/field.ts';
import { within } from '#api/kernel/definition/within.ts';
import { toText } from '#api/kernel/wire/read.ts';
import { fileName } from '#domain/file/file.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';
import { readContent } from './params.ts';

/** A file that comes with the call. */
export const sentFileFields = within('fields', {
  name: required(
    'Name of the file with its ending; one that is taken gets a number',
    readBy(wire.textOf(255), (raw) => fileName(toText(raw) ?? '')),
  ),
  content: required('The file, without a data: prefix', readWith(wire.fileBase64, readContent)),
  message: present(
    'Text of the message that the file is sent with',
    readBy(wire.text, (raw) => toText(raw)?.trim()),
  ),
});

export const fileId = field.givenId('file', 'Id of the file');
