import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { wideDialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { hideChat } from '#domain/recent/change-marks.ts';

export default defineMethod({
  name: 'im.recent.hide',
  summary: 'Takes a chat out of the recent ones of the calling person until somebody writes in it.',
  page: 'api-reference/chats/special-operations/im-recent-hide',
  scope: 'im',
  params: { DIALOG_ID: wideDialogId },
  errors: [chatRow.dialogIdEmpty],
  result: z.boolean().describe('false: the person is not in that chat'),
  example: { params: { DIALOG_ID: 'chat1489' }, result: true },
  handle: ({ work, caller, params }) => hideChat(work, caller.user, params.DIALOG_ID),
});
