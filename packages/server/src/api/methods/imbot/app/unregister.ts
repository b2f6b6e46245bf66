import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ownChatApp } from '#api/terms/chat-app/access.ts';
import { chatAppId } from '#api/terms/chat-app/ids.ts';
import { chatAppRow } from '#api/terms/chat-app/rows.ts';
import { unregisterChatApp } from '#domain/chat-app/unregister-chat-app.ts';

export default defineMethod({
  name: 'imbot.app.unregister',
  summary: 'Takes away a button of a bot, from messages that are there already, too.',
  page: 'api-reference/chats/outdated/create-app/imbot-app-unregister',
  scope: 'imbot',
  params: { APP_ID: chatAppId, CLIENT_ID: clientId },
  load: { chatApp: ({ APP_ID }) => ownChatApp(APP_ID) },
  errors: [
    chatAppRow.notFound,
    chatAppRow.ofAnotherApp,
    { code: 'WRONG_REQUEST', message: "Application can't be deleted", unsaved: true },
  ],
  result: z.literal(true),
  example: { params: { APP_ID: 13, CLIENT_ID: 'my-bots' }, result: true },
  handle: ({ work, chatApp }) => unregisterChatApp(work, chatApp),
});
