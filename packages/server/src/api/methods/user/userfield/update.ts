import { z } from 'zod';
import { changeUserField } from '../../../../domain/user-field/shape-field.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { childrenOf, within } from '../../../kernel/within.ts';
import { administrator, userField } from '../../../loaders.ts';
import { changeableParams, toChanged, toLabels } from '../../../user-field/params.ts';
import { row } from '../../../user-field/rows.ts';

export default defineMethod({
  name: 'user.userfield.update',
  summary: 'Changes a field of people; its type and its code stay.',
  page: 'api-reference/user/userfields/user-userfield-update',
  scope: 'user.userfield',
  params: { id: field.requiredId('Id of the field'), ...within('fields', changeableParams) },
  load: { administrator, userField },
  errors: [row.notAdministrator, { ...row.idInvalid, wrong: 'id' }, row.fieldUnknown],
  result: z.literal(true),
  example: { params: { id: 42, fields: { SORT: 150, LIST_FILTER_LABEL: 'New Title' } }, result: true },
  async handle({ work, userField: known, params }) {
    const said = childrenOf('fields', params);
    const change = { ...toChanged(known.type, said, known.settings), labels: toLabels(said, known.labels) };
    return changeUserField(work, known, change, said.LIST);
  },
});
