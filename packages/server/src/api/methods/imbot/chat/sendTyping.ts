import { z } from 'zod';
import { userOf } from '../../../../domain/bot/access-bot.ts';
import { sendTyping } from '../../../../domain/chat/send-typing.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownBot } from '../../../loaders.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.chat.sendTyping',
  summary: 'Shows that a bot is writing.',
  page: 'api-reference/chat-bots/outdated/chats/imbot-chat-send-typing',
  scope: 'imbot',
  params: { BOT_ID: field.botId, DIALOG_ID: field.dialogId, CLIENT_ID: field.clientId },
  load: { bot: ownBot },
  errors: [row.botNotFound, row.botOfAnotherApp, row.dialogIdEmpty],
  result: z.literal(true),
  example: { params: { BOT_ID: 39, DIALOG_ID: 'chat123', CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, params }) {
    return sendTyping(work, await userOf(work, bot), params.DIALOG_ID);
  },
});
