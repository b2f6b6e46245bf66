import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { field } from '#api/terms/basic/fields.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { chatId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { servedSession } from '#api/terms/line/access.ts';
import { lineRow } from '#api/terms/line/rows.ts';
import { settleOnTarget, targetOf, transferFields, transferRows } from '#api/terms/line/transfer.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { transferSession } from '#domain/line/transfer-session.ts';

export default defineMethod({
  name: 'imopenlines.bot.session.transfer',
  summary: 'Passes a visitor on to a person, or to the queue of a line.',
  page: 'api-reference/imopenlines/openlines/chat-bots/imopenlines-bot-session-transfer',
  scope: ['imopenlines', 'imbot'],
  prepare: settleOnTarget,
  params: {
    CHAT_ID: chatId,
    ...transferFields,
    LEAVE: field.flag('Y: the bot leaves at once; N: when somebody takes the visitor', false),
    CLIENT_ID: clientId,
  },
  load: { served: ({ CHAT_ID }) => servedSession(CHAT_ID) },
  errors: [chatRow.idEmpty, ...transferRows, lineRow.sessionRefused, botRow.notFound, lineRow.operatorWrong],
  result: z.literal(true),
  example: { params: { CHAT_ID: 112, USER_ID: 12, LEAVE: 'N', CLIENT_ID: 'my-bots' }, result: true },
  handle: async ({ work, served, params }) =>
    transferSession(work, served, await userOf(work, served.bot), targetOf(params), params.LEAVE),
});
