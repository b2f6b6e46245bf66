import { z } from 'zod';
import { userOf } from '../../../../domain/bot/access-bot.ts';
import { likeMessage } from '../../../../domain/message/like-message.ts';
import { mapDone } from '../../../../kit/outcome.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownBot } from '../../../loaders.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.message.like',
  summary: 'Likes a message as a bot, or takes that back.',
  page: 'api-reference/chat-bots/outdated/messages/imbot-message-like',
  scope: 'imbot',
  params: { BOT_ID: field.botId, MESSAGE_ID: field.messageId, ACTION: field.like, CLIENT_ID: field.clientId },
  load: { bot: ownBot },
  errors: [
    row.botNotFound,
    row.botOfAnotherApp,
    { ...row.messageIdError, refused: 'message_not_found' },
    row.withoutChanges,
  ],
  result: z.literal(true),
  example: { params: { BOT_ID: 39, MESSAGE_ID: 19880117, ACTION: 'auto', CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, params }) {
    const liked = await likeMessage(work, await userOf(work, bot), params.MESSAGE_ID, params.ACTION);
    return mapDone(liked, () => true);
  },
});
