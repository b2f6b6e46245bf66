import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { within } from '#api/kernel/definition/within.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { changeRow } from '#api/terms/basic/rows.ts';
import { ownChatApp } from '#api/terms/chat-app/access.ts';
import { chatAppId } from '#api/terms/chat-app/ids.ts';
import { changesNothing, chatAppChangeFields, flatOrWithin, toChatAppChange } from '#api/terms/chat-app/params.ts';
import { chatAppRow, insecureFrame, unchangedRows } from '#api/terms/chat-app/rows.ts';
import { changeChatApp } from '#domain/chat-app/change-chat-app.ts';

export default defineMethod({
  name: 'imbot.app.update',
  summary: 'Changes a button of a bot beside the field in which people write.',
  page: 'api-reference/chats/outdated/create-app/imbot-app-update',
  scope: 'imbot',
  prepare: flatOrWithin,
  params: { APP_ID: chatAppId, ...within('FIELDS', chatAppChangeFields), CLIENT_ID: clientId },
  load: { chatApp: ({ APP_ID }) => ownChatApp(APP_ID) },
  errors: [
    chatAppRow.notFound,
    chatAppRow.ofAnotherApp,
    insecureFrame('FIELDS.IFRAME'),
    { ...changeRow.updateEmpty, when: changesNothing },
    ...unchangedRows,
  ],
  result: z.literal(true),
  example: {
    params: {
      APP_ID: 13,
      FIELDS: { IFRAME: 'https://marta.bitrix.com/iframe/echo.php', HASH: 'register', CONTEXT: 'BOT' },
      CLIENT_ID: 'my-bots',
    },
    result: true,
  },
  handle: ({ work, chatApp, params }) => changeChatApp(work, chatApp, toChatAppChange(params)),
});
