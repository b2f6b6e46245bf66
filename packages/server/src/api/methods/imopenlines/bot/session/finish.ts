import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { servedSession } from '#api/terms/line/access.ts';
import { lineRow } from '#api/terms/line/rows.ts';
import { finishSession } from '#domain/line/finish-session.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imopenlines.bot.session.finish',
  summary: 'Ends the conversation with a visitor; what they write next begins another one.',
  page: 'api-reference/imopenlines/openlines/chat-bots/imopenlines-bot-session-finish',
  scope: ['imopenlines', 'imbot'],
  params: { CHAT_ID: chatId, CLIENT_ID: clientId },
  load: { served: ({ CHAT_ID }) => servedSession(CHAT_ID) },
  errors: [chatRow.idEmpty, lineRow.sessionRefused, botRow.notFound],
  result: z.literal(true),
  example: { params: { CHAT_ID: 112, CLIENT_ID: 'my-bots' }, result: true },
  handle: async ({ work, served }) => done(await finishSession(work, served)),
});
