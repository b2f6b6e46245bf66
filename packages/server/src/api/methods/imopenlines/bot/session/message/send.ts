import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { lineRow } from '#api/terms/line/rows.ts';
import { accessSession, findInChat } from '#domain/line/access-session.ts';
import { sayAutomatically } from '#domain/line/say-automatically.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imopenlines.bot.session.message.send',
  summary: 'Tells a visitor something in the name of the line; true says nothing about whether they were told.',
  page: 'api-reference/imopenlines/openlines/chat-bots/imopenlines-bot-session-message-send',
  scope: ['imopenlines', 'imbot'],
  params: {
    CHAT_ID: chatId,
    NAME: field.choice('WELCOME: the greeting of the line; DEFAULT: MESSAGE', ['WELCOME', 'DEFAULT'], 'DEFAULT'),
    MESSAGE: field.givenMessage('What they are told; nothing where it is empty'),
  },
  errors: [chatRow.idEmpty, lineRow.sessionRefused],
  result: z.literal(true),
  example: { params: { CHAT_ID: 112, NAME: 'DEFAULT', MESSAGE: 'Hello! How can I assist you?' }, result: true },
  async handle({ work, caller, params: { CHAT_ID, NAME, MESSAGE = '' } }) {
    const view = await accessSession(work, caller, await findInChat(work, caller.portal.id, CHAT_ID));
    if (view.ok) await sayAutomatically(work, view.value.chat, NAME === 'WELCOME' ? view.value.line.greeting : MESSAGE);
    return done(true);
  },
});
