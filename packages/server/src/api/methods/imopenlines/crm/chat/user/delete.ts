import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { crmChatId, crmFields, crmRow, withoutRecords } from '#api/terms/line/crm.ts';

const NO_RECORD = { code: 'CRM_CHAT_EMPTY_CRM_DATA', message: 'Empty CRM data' } as const;

export default defineMethod({
  name: 'imopenlines.crm.chat.user.delete',
  summary: 'Would take somebody out of the chat of a record of customers; there are none here.',
  page: 'api-reference/imopenlines/openlines/chats/imopenlines-crm-chat-user-delete',
  scope: 'imopenlines',
  params: { ...crmFields, CHAT_ID: crmChatId },
  errors: [
    {
      code: 'ACCESS_DENIED',
      message: "Access denied! You don't have access to join user to chat",
      invalid: 'CRM_ENTITY_TYPE',
    },
    { code: 'CRM_CHAT_EMPTY_USER', message: 'Empty User ID', missing: 'USER_ID' },
    { ...NO_RECORD, missing: 'CRM_ENTITY_TYPE' },
    { ...NO_RECORD, missing: 'CRM_ENTITY' },
    crmRow.recordInvalid,
    crmRow.notInCrm,
  ],
  result: z.number().int().describe('Id of the chat'),
  example: { params: { CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 1205, USER_ID: 503, CHAT_ID: 1763 }, result: 1763 },
  handle: withoutRecords,
});
