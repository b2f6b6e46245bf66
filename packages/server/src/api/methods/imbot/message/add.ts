import { z } from 'zod';
import { sendAsBot } from '../../../../domain/message/send-as-bot.ts';
import { mapDone } from '../../../../kit/outcome.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownBot } from '../../../loaders.ts';
import { contentFields, skipConnector, toContent } from '../../../message-fields.ts';
import { pairFields, spreadPair, toDestination } from '../../../pair-fields.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.message.add',
  summary: 'Sends a message as a bot.',
  page: 'api-reference/chat-bots/outdated/messages/imbot-message-add',
  scope: 'imbot',
  params: {
    BOT_ID: field.botId,
    DIALOG_ID: field.dialogId,
    ...pairFields,
    ...contentFields,
    SKIP_CONNECTOR: skipConnector,
    CLIENT_ID: field.clientId,
  },
  prepare: spreadPair,
  load: { bot: ownBot },
  errors: [
    row.botNotFound,
    row.botOfAnotherApp,
    row.dialogIdEmpty,
    row.messageEmpty,
    row.attachOversize,
    row.attachError,
    row.keyboardError,
    row.keyboardOversize,
    row.menuError,
    row.menuOversize,
    {
      code: 'WRONG_REQUEST',
      message: "Message isn't added",
      refused: ['user_not_found', 'chat_not_found', 'chat_denied', 'reply_not_found', 'reply_from_other_chat'],
      unsaved: true,
    },
  ],
  result: z.number().int().describe('Id of the message'),
  example: {
    params: { BOT_ID: 39, DIALOG_ID: 'chat123', MESSAGE: 'Text', SYSTEM: 'N', URL_PREVIEW: 'Y', CLIENT_ID: 'my-bots' },
    result: 19880117,
  },
  async handle({ work, bot, params }) {
    const sent = await sendAsBot(work, bot, toDestination(params), toContent(params));
    return mapDone(sent, (message) => message.id);
  },
});
