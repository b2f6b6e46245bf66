import { z } from 'zod';
import { unless } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { clientId } from '#api/terms/application/ids.ts';
import { ownBot } from '#api/terms/bot/access.ts';
import { botId } from '#api/terms/bot/ids.ts';
import { botRow } from '#api/terms/bot/rows.ts';
import { dialogId } from '#api/terms/chat/ids.ts';
import { chatRow } from '#api/terms/chat/rows.ts';
import { pairFields, spreadPair, toDestination } from '#api/terms/message/pair.ts';
import { contentFields, skipConnector, toContent } from '#api/terms/message/params.ts';
import { messageRow } from '#api/terms/message/rows.ts';
import { sendAsBot } from '#domain/message/send-as-bot.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.message.add',
  summary: 'Sends a message as a bot.',
  page: 'api-reference/chat-bots/outdated/messages/imbot-message-add',
  scope: 'imbot',
  params: {
    BOT_ID: botId,
    DIALOG_ID: unless(['FROM_USER_ID', 'TO_USER_ID'], dialogId),
    ...pairFields,
    ...contentFields,
    SKIP_CONNECTOR: skipConnector,
    CLIENT_ID: clientId,
  },
  prepare: spreadPair,
  load: { bot: ({ BOT_ID }) => ownBot(BOT_ID) },
  errors: [
    botRow.notFound,
    botRow.ofAnotherApp,
    chatRow.dialogIdEmpty,
    messageRow.empty,
    messageRow.attachOversize,
    messageRow.attachError,
    messageRow.keyboardError,
    messageRow.keyboardOversize,
    messageRow.menuError,
    messageRow.menuOversize,
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
