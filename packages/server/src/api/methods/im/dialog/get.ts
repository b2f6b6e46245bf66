import { defineMethod } from '#api/kernel/definition/method.ts';
import { UNFINISHED } from '#api/kernel/definition/unfinished.ts';
import { presentEntityPath } from '#api/terms/chat/entity-link.ts';
import { wideDialogId } from '#api/terms/chat/ids.ts';
import { lacksNotes, openNotes } from '#api/terms/chat/notes.ts';
import { presentChat } from '#api/terms/chat/present.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { chatSchema, exampleChat } from '#api/terms/chat/schema.ts';
import { accessDialog } from '#domain/chat/access-chat.ts';
import { overviewOf } from '#domain/chat/chat-overview.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.dialog.get',
  summary: 'Describes a chat as the calling person sees it.',
  page: 'api-reference/chats/im-dialog-get',
  scope: 'im',
  reads: true,
  params: { DIALOG_ID: wideDialogId },
  errors: [chatRow.dialogIdEmpty, { ...chatRow.dialogDenied, refused: ['chat_not_found', 'chat_denied'] }],
  result: chatSchema,
  example: {
    params: { DIALOG_ID: 'chat1435' },
    result: exampleChat,
  },
  step: openNotes,
  async handle({ work, caller, params, kept }) {
    const view = await accessDialog(work, caller.user, params.DIALOG_ID);
    if (!view.ok) return lacksNotes(caller.user, params.DIALOG_ID, kept) ? done(UNFINISHED) : view;
    const chat = presentChat(await overviewOf(work, caller.user, view.value), params.DIALOG_ID, caller.origin);
    return done({ ...chat, restrictions: { ...chat.restrictions, ...presentEntityPath(view.value.chat.entity) } });
  },
});
