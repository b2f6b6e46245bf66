import { z } from 'zod';
import { likeMessage } from '../../../../domain/message/like-message.ts';
import { mapDone } from '../../../../kit/outcome.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'im.message.like',
  summary: 'Likes a message, or takes that back.',
  page: 'api-reference/chats/messages/im-message-like',
  scope: 'im',
  params: { MESSAGE_ID: field.messageId, ACTION: field.like },
  errors: [{ ...row.messageIdError, refused: 'message_not_found' }, row.withoutChanges],
  result: z.literal(true),
  example: { params: { MESSAGE_ID: 34247, ACTION: 'plus' }, result: true },
  async handle({ work, caller, params }) {
    const liked = await likeMessage(work, caller.user, params.MESSAGE_ID, params.ACTION);
    return mapDone(liked, () => true);
  },
});
