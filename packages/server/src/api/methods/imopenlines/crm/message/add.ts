import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { TEXT_LENGTH } from '#api/terms/basic/amounts.ts';
import { field } from '#api/terms/basic/fields.ts';
import { crmFields, crmRow, withoutRecords } from '#api/terms/line/crm.ts';

export default defineMethod({
  name: 'imopenlines.crm.message.add',
  summary: 'Would write into the chat of a record of customers; there are none here.',
  page: 'api-reference/imopenlines/openlines/messages/imopenlines-crm-message-add',
  scope: 'imopenlines',
  params: {
    ...crmFields,
    CHAT_ID: field.givenId('chat', 'Id of the chat'),
    MESSAGE: field.requiredText('What is written', TEXT_LENGTH),
  },
  errors: [
    { ...crmRow.notInCrm, message: 'Chat does not belong to the CRM entity being checked' },
    crmRow.typeEmpty,
    { code: 'ERROR_ARGUMENT', message: "Argument 'CRM_ENTITY' is null or empty", wrong: 'CRM_ENTITY' },
    { code: 'ERROR_ARGUMENT', message: "Argument 'USER_ID' is null or empty", wrong: 'USER_ID' },
    { code: 'ERROR_ARGUMENT', message: "Argument 'CHAT_ID' is null or empty", wrong: 'CHAT_ID' },
    { code: 'ERROR_ARGUMENT', message: "Argument 'MESSAGE' is null or empty", wrong: 'MESSAGE' },
  ],
  result: z.number().int().describe('Id of the message'),
  example: {
    params: { CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 1195, USER_ID: 27, CHAT_ID: 1341, MESSAGE: 'Message text' },
    result: 19880117,
  },
  handle: withoutRecords,
});
