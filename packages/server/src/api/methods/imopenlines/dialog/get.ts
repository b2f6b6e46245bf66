import { defineMethod } from '#api/kernel/definition/method.ts';
import { presentChat } from '#api/terms/chat/present.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { chatSchema, exampleChat } from '#api/terms/chat/schema.ts';
import { findNamed, lineChatFields } from '#api/terms/line/named.ts';
import { overviewOf } from '#domain/chat/chat-overview.ts';
import { accessSession } from '#domain/line/access-session.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imopenlines.dialog.get',
  summary: 'Describes the chat of a visitor as the calling person sees it.',
  page: 'api-reference/imopenlines/openlines/sessions/imopenlines-dialog-get',
  scope: 'imopenlines',
  reads: true,
  params: lineChatFields,
  errors: [{ ...chatRow.dialogDenied, status: 400, refused: 'session_denied' }],
  result: chatSchema,
  example: {
    params: { USER_CODE: 'livechat|1|1373|211' },
    result: { ...exampleChat, type: 'lines', entity_type: 'LINES', message_type: 'L' },
  },
  async handle({ work, caller, params }) {
    const view = await accessSession(work, caller, await findNamed(work, caller.portal.id, params));
    if (!view.ok) return view;
    const { chat } = view.value;
    const member = await work.members.findMember(chat.id, caller.user.id);
    const overview = await overviewOf(work, caller.user, { chat, member });
    return done(presentChat(overview, { kind: 'chat', chatId: chat.id }, caller.origin));
  },
});
