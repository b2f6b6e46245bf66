import { defineMethod } from '#api/kernel/definition/method.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { placeOfWritingBot } from '#api/terms/chat/access-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { isEmptyMessage, newMessageFields, toNewMessage } from '#api/terms/message/params-v2.ts';
import { messageRow } from '#api/terms/message/rows-v2.ts';
import { sentSchema } from '#api/terms/message/schema-v2.ts';
import { sendWithForwarded } from '#domain/message/forward-messages.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.Message.send',
  summary: 'Sends a message as a bot, and forwards others.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-send',
  scope: 'imbot',
  params: { ...actingBot, dialogId, ...newMessageFields },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: {
    bot: ({ botId }) => namedBot(botId),
    place: ({ botId, dialogId }) => placeOfWritingBot(botId, dialogId),
  },
  errors: acting(
    chatRow.notFound,
    chatRow.denied,
    { code: 'EMPTY_MESSAGE', message: 'Message is empty', when: isEmptyMessage },
    {
      code: 'SENDING_FAILED',
      message: 'Sending failed',
      wrong: 'fields.forwardIds',
      refused: ['reply_not_found', 'reply_from_other_chat'],
      unsaved: true,
    },
    messageRow.attachError,
    messageRow.keyboardError,
  ),
  result: sentSchema,
  example: {
    params: {
      botId: 456,
      botToken: 'my_bot_token',
      dialogId: 'chat5',
      fields: { message: 'Hello from bot!', keyboard: [{ TEXT: 'Open', LINK: 'https://example.com' }] },
    },
    result: { id: 789, uuidMap: [] },
  },
  async handle({ work, place: { author, chat }, params }) {
    const sent = await sendWithForwarded(work, author, chat, toNewMessage(params), params['fields.forwardIds']);
    return mapDone(sent, ({ message, copies }) => {
      const [first] = Object.values(copies);
      return { id: message?.id ?? first ?? null, uuidMap: first === undefined ? [] : copies };
    });
  },
});
