import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { newChatFields, toNewChat } from '#api/terms/chat/params.ts';
import { createChat } from '#domain/chat/create-chat.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.chat.add',
  summary: 'Makes a chat that belongs to the calling person.',
  page: 'api-reference/chats/im-chat-add',
  scope: 'im',
  params: { ...newChatFields, COPILOT_MAIN_ROLE: field.text('Role of the built-in assistant; there is none here') },
  errors: [],
  result: z.number().int().describe('Id of the chat'),
  example: {
    params: {
      USERS: [103, 547],
      TYPE: 'CHAT',
      TITLE: 'Deal chat',
      DESCRIPTION: 'About the deal',
      COLOR: 'PINK',
      MESSAGE: 'Welcome to the deal chat',
      ENTITY_TYPE: 'CRM',
      ENTITY_ID: 'DEAL|1663',
    },
    result: 1417,
  },
  async handle({ work, caller, params }) {
    const chat = await createChat(work, caller.user, toNewChat(params));
    return done(chat.id);
  },
});
