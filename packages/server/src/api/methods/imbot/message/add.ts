import { z } from 'zod';
import { userOf } from '../../../../domain/bot/access-bot.ts';
import { sendBetween } from '../../../../domain/message/send-between.ts';
import { sendMessage } from '../../../../domain/message/send-message.ts';
import { mapDone } from '../../../../kit/outcome.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownBot } from '../../../loaders.ts';
import { spreadPair, toContent } from '../../../message-content.ts';
import {
  attachError,
  attachOversize,
  botNotFound,
  botOfAnotherApp,
  keyboardError,
  keyboardOversize,
  menuError,
  menuOversize,
} from '../../../rows.ts';

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
    MESSAGE: field.message,
    ATTACH: field.attach,
    KEYBOARD: field.keyboard,
    MENU: field.menu,
    SYSTEM: field.system,
    URL_PREVIEW: field.urlPreview,
    SKIP_CONNECTOR: field.skipConnector,
    CLIENT_ID: field.clientId,
  },
  prepare: spreadPair,
  load: { bot: ownBot },
  errors: [
    botNotFound,
    botOfAnotherApp,
    { code: 'DIALOG_ID_EMPTY', message: "Dialog ID can't be empty", wrong: 'DIALOG_ID' },
    { code: 'MESSAGE_EMPTY', message: "Message can't be empty", when: ({ MESSAGE }) => MESSAGE === '' },
    attachOversize,
    attachError,
    keyboardError,
    keyboardOversize,
    menuError,
    menuOversize,
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
