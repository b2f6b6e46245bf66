import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { crmChatId, crmFields, crmRow, withoutRecords } from '#api/terms/line/crm.ts';

export default defineMethod({
  name: 'imopenlines.crm.chat.user.add',
  summary: 'Would add somebody to the chat of a record of customers; there are none here.',
  page: 'api-reference/imopenlines/openlines/chats/imopenlines-crm-chat-user-add',
  scope: 'imopenlines',
  params: { ...crmFields, CHAT_ID: crmChatId },
  errors: [
    crmRow.typeEmpty,
    crmRow.recordEmpty,
    crmRow.recordInvalid,
    { code: 'ERROR_ARGUMENT', message: "Argument 'Empty USER_ID' is null or empty", missing: 'USER_ID' },
    crmRow.notInCrm,
  ],
  result: z.number().int().describe('Id of the chat'),
  example: { params: { CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 1205, USER_ID: 503, CHAT_ID: 1763 }, result: 1763 },
  handle: withoutRecords,
});
