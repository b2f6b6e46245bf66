import { idOf } from '#api/kernel/definition/field.ts';
import { FileContent, fileSchema } from '#api/kernel/definition/file-content.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { parseFieldCode } from '#api/terms/user-field/names.ts';
import { userFieldRow } from '#api/terms/user-field/rows.ts';
import { accessUserFile } from '#domain/user-field/access-file.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'user.userfield.file.get',
  summary: 'Hands out a file that stands in a field of a person, as it is.',
  page: 'api-reference/user/userfields/user-userfield-file-get',
  scope: 'user.userfield',
  reads: true,
  outsideBatchOnly: true,
  params: {
    id: field.requiredId('user', 'Id of the person'),
    field: idOf('field', field.text('Name of the field')),
    value: field.maybeId('file', 'Id of the file'),
  },
  errors: [
    { code: '', message: 'Access denied.', refused: 'file_denied' },
    { ...userFieldRow.idInvalid, wrong: 'id' },
  ],
  result: fileSchema,
  example: { params: { id: 1, field: 'UF_USR_1604998606834', value: 774 }, result: 'the file' },
  async handle({ work, caller, params }) {
    const place = { userId: params.id, code: parseFieldCode(params.field), fileId: params.value ?? 0 };
    return mapDone(
      await accessUserFile(work, caller.user, place),
      ({ name, content }) => new FileContent(name, content),
    );
  },
});
