import { z } from 'zod';
import { userOf } from '../../../../domain/bot/access-bot.ts';
import { accessDeletable, deleteMessage } from '../../../../domain/message/delete-message.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownBot } from '../../../loaders.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.message.delete',
  summary: 'Deletes a message of a bot, or of a group that the bot runs.',
  page: 'api-reference/chat-bots/outdated/messages/imbot-message-delete',
  scope: 'imbot',
  params: {
    BOT_ID: field.botId,
    MESSAGE_ID: field.messageId,
    COMPLETE: field.flag('Y: no mark is left in the history', false),
    CLIENT_ID: field.clientId,
  },
  load: { bot: ownBot },
  errors: [row.botNotFound, row.botOfAnotherApp, row.messageIdError, row.cantEditMessage],
  result: z.literal(true),
  example: { params: { BOT_ID: 39, MESSAGE_ID: 19880117, COMPLETE: 'N', CLIENT_ID: 'my-bots' }, result: true },
  async handle({ work, bot, params: { MESSAGE_ID, COMPLETE: complete } }) {
    const deleter = await userOf(work, bot);
    const view = await accessDeletable(work, deleter, MESSAGE_ID, { complete });
    return view.ok ? deleteMessage(work, deleter, view.value, { complete }) : view;
  },
});
