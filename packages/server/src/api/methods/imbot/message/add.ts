import { z } from 'zod';
import { userOf } from '../../../../domain/bot/access-bot.ts';
import { sendBetween } from '../../../../domain/message/send-between.ts';
import { sendMessage } from '../../../../domain/message/send-message.ts';
import { mapDone } from '../../../../kit/outcome.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownBot } from '../../../loaders.ts';
import { contentFields, skipConnector, spreadPair, toContent } from '../../../message-fields.ts';
import { row } from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.message.add',
  summary: 'Sends a message as a bot.',
  page: 'api-reference/chat-bots/outdated/messages/imbot-message-add',
  scope: 'imbot',
  params: {
    BOT_ID: field.botId,
    DIALOG_ID: field.dialogId,
    FROM_USER_ID: field.maybeId(
      'With TO_USER_ID: a line of the system goes into the private chat of the two, whatever DIALOG_ID is',
    ),
    TO_USER_ID: field.maybeId('See FROM_USER_ID'),
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
    params: {
      BOT_ID: 39,
      DIALOG_ID: 'chat123',
      MESSAGE: 'Message text',
      SYSTEM: 'N',
      URL_PREVIEW: 'Y',
      CLIENT_ID: 'my-bots',
    },
    result: 19880117,
  },
  async handle({ work, bot, params }) {
    const { DIALOG_ID, FROM_USER_ID: from, TO_USER_ID: to } = params;
    const author = await userOf(work, bot);
    const content = toContent(params);
    const sent =
      from && to
        ? await sendBetween(work, author, from, to, content)
        : await sendMessage(work, author, DIALOG_ID, content);
    return mapDone(sent, (message) => message.id);
  },
});
