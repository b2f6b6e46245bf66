import { z } from 'zod';
import { userOf } from '../../../../domain/bot/access-bot.ts';
import { accessEditable, editMessage } from '../../../../domain/message/edit-message.ts';
import { field } from '../../../fields.ts';
import { defineMethod } from '../../../kernel/method.ts';
import { ownBot } from '../../../loaders.ts';
import { toChange } from '../../../message-content.ts';
import {
  attachError,
  attachOversize,
  botNotFound,
  botOfAnotherApp,
  cantEditMessage,
  keyboardError,
  keyboardOversize,
  menuError,
  menuOversize,
  messageIdError,
} from '../../../rows.ts';

export default defineMethod({
  name: 'imbot.message.update',
  summary: 'Changes a message of a bot.',
  page: 'api-reference/chat-bots/outdated/messages/imbot-message-update',
  scope: 'imbot',
  params: {
    BOT_ID: field.botId,
    MESSAGE_ID: field.messageId,
    MESSAGE: field.givenText('New text; an empty one deletes the message, without one it stays as it is'),
    ATTACH: field.attach,
    KEYBOARD: field.keyboard,
    MENU: field.menu,
    URL_PREVIEW: field.changeFlag('N: links stay plain'),
    SKIP_CONNECTOR: field.skipConnector,
    CLIENT_ID: field.clientId,
  },
  load: { bot: ownBot },
  errors: [
    botNotFound,
    botOfAnotherApp,
    messageIdError,
    attachError,
    attachOversize,
    keyboardError,
    keyboardOversize,
    menuError,
    menuOversize,
    cantEditMessage,
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
