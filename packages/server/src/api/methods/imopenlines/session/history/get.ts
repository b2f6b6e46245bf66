import { defineMethod } from '#api/kernel/definition/method.ts';
import { heldSession } from '#api/terms/line/access.ts';
import { exampleHistory } from '#api/terms/line/example.ts';
import { historySchema, presentSessionHistory } from '#api/terms/line/history.ts';
import { sessionFields, sessionRows } from '#api/terms/line/session.ts';
import { readSession } from '#domain/line/read-session.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imopenlines.session.history.get',
  summary: 'Tells what was written in a conversation with a visitor, the newest 500 messages.',
  page: 'api-reference/imopenlines/openlines/sessions/imopenlines-session-history-get',
  scope: 'imopenlines',
  reads: true,
  params: sessionFields,
  load: { view: ({ SESSION_ID, CHAT_ID }) => heldSession(SESSION_ID, CHAT_ID) },
  errors: sessionRows,
  result: historySchema,
  example: { params: { SESSION_ID: 321 }, result: exampleHistory },
  handle: async ({ work, caller, view }) =>
    done(await presentSessionHistory(work, view, await readSession(work, view), caller)),
});
