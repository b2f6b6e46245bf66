import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { lineSession } from '#api/terms/line/access.ts';
import { lineRow } from '#api/terms/line/rows.ts';
import { passToQueue } from '#domain/line/transfer-session.ts';

export default defineMethod({
  name: 'imopenlines.bot.session.operator',
  summary: 'Passes a visitor on to whoever of the queue of their line is free.',
  page: 'api-reference/imopenlines/openlines/chat-bots/imopenlines-bot-session-operator',
  scope: ['imopenlines', 'imbot'],
  params: { CHAT_ID: chatId },
  load: { view: ({ CHAT_ID }) => lineSession(CHAT_ID) },
  errors: [
    chatRow.idEmpty,
    { code: 'WRONG_CHAT', message: 'Operator is not a bot', refused: ['session_denied', 'person_answers'] },
    lineRow.sessionRefused,
  ],
  result: z.literal(true),
  example: { params: { CHAT_ID: 112 }, result: true },
  handle: ({ work, view }) => passToQueue(work, view),
});
