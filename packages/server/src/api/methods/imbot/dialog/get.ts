import { defineMethod } from '#api/kernel/definition/method.ts';
import { dialogId } from '#api/terms/chat/ids.ts';
import { presentChat } from '#api/terms/chat/present.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { chatSchema, exampleChat } from '#api/terms/chat/schema.ts';
import { accessDialog } from '#domain/chat/access-chat.ts';
import { overviewOf } from '#domain/chat/chat-overview.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.dialog.get',
  summary: 'Describes a chat as the calling person sees it.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-dialog-get',
  scope: 'imbot',
  reads: true,
  params: { DIALOG_ID: dialogId },
  errors: [chatRow.dialogIdEmpty, { ...chatRow.dialogDenied, refused: 'chat_not_found' }, chatRow.denied],
  result: chatSchema,
  example: {
    params: { DIALOG_ID: 'chat2725' },
    result: { ...exampleChat, id: 2725, dialog_id: 'chat2725' },
  },
  async handle({ work, caller, params }) {
    const view = await accessDialog(work, caller.user, params.DIALOG_ID);
    if (!view.ok) return view;
    return done(presentChat(await overviewOf(work, caller.user, view.value), params.DIALOG_ID, caller.origin));
  },
});
