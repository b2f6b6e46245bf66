import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { wideDialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { pinChat } from '#domain/recent/change-marks.ts';

export default defineMethod({
  name: 'im.recent.pin',
  summary: 'Puts a chat at the top of the recent ones of the calling person, or ends that.',
  page: 'api-reference/chats/special-operations/im-recent-pin',
  scope: 'im',
  params: { DIALOG_ID: wideDialogId, PIN: field.flag('N: it stands where its newest message puts it', true) },
  errors: [
    chatRow.dialogIdEmpty,
    {
      code: 'ACCESS_ERROR',
      message: "You don't have permission to pin this chat",
      status: 400,
      refused: 'pinning_denied',
    },
  ],
  result: z.literal(true),
  example: { params: { DIALOG_ID: 'chat1489', PIN: 'Y' }, result: true },
  handle: ({ work, caller, params }) => pinChat(work, caller.user, params.DIALOG_ID, params.PIN),
});
