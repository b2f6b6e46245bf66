import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { changeRow } from '#api/terms/basic/rows.ts';
import { messageId } from '#api/terms/message/ids.ts';
import { likeAction } from '#api/terms/message/params.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { likeMessage } from '#domain/message/like-message.ts';

export default defineMethod({
  name: 'im.message.like',
  summary: 'Likes a message, or takes that back.',
  page: 'api-reference/chats/messages/im-message-like',
  scope: 'im',
  params: { MESSAGE_ID: messageId, ACTION: likeAction },
  errors: [{ ...messageRow.idError, refused: 'message_not_found' }, changeRow.withoutChanges],
  result: z.literal(true),
  example: { params: { MESSAGE_ID: 34247, ACTION: 'plus' }, result: true },
  handle: ({ work, caller, params }) => likeMessage(work, caller.user, params.MESSAGE_ID, params.ACTION),
});
