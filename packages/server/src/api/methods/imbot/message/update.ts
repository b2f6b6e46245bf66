import { z } from 'zod';
import { userOf } from '../../../../domain/bot/access-bot.ts';
import { accessEditable, editMessage } from '../../../../domain/message/edit-message.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownBot } from '../../../loaders.ts';
import { contentChangeFields, skipConnector, toChange } from '../../../message-fields.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.message.update',
  summary: 'Changes a message of a bot.',
  page: 'api-reference/chat-bots/outdated/messages/imbot-message-update',
  scope: 'imbot',
  params: {
    BOT_ID: field.botId,
    MESSAGE_ID: field.messageId,
    ...contentChangeFields,
    SKIP_CONNECTOR: skipConnector,
    CLIENT_ID: field.clientId,
  },
  load: { bot: ownBot },
  errors: [
    row.botNotFound,
    row.botOfAnotherApp,
    row.messageIdError,
    row.attachError,
    row.attachOversize,
    row.keyboardError,
    row.keyboardOversize,
    row.menuError,
    row.menuOversize,
    row.cantEditMessage,
  ],
  result: z.literal(true),
  example: {
    params: { BOT_ID: 39, MESSAGE_ID: 19880117, MESSAGE: 'Updated text', URL_PREVIEW: 'Y', CLIENT_ID: 'my-bots' },
    result: true,
  },
  async handle({ work, bot, params }) {
    const author = await userOf(work, bot);
    const view = await accessEditable(work, author, params.MESSAGE_ID);
    return view.ok ? editMessage(work, author, view.value, toChange(params)) : view;
  },
});
