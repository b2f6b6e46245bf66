import { defineMethod } from '#api/kernel/definition/method.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting, botRow } from '#api/terms/bot/rows-v2.ts';
import { messageReadByBot, readsHistory } from '#api/terms/message/access-v2.ts';
import { around, messageId } from '#api/terms/message/ids-v2.ts';
import { presentMessages } from '#api/terms/message/present-v2.ts';
import { messageRow } from '#api/terms/message/rows-v2.ts';
import { contextSchema, exampleMessage } from '#api/terms/message/schema-v2.ts';
import { presentUser } from '#api/terms/user/present-v2.ts';
import { exampleUser } from '#api/terms/user/schema-v2.ts';
import { readAround } from '#domain/message/read-around.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.Message.getContext',
  summary: 'Tells what stands around a message to a bot that reads histories.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-get-context',
  scope: 'imbot',
  reads: true,
  params: {
    ...actingBot,
    messageId,
    range: around,
  },
  guards: [() => tokenShown(), ({ botId }) => readsHistory(botId)],
  load: {
    bot: ({ botId }) => namedBot(botId),
    view: ({ botId, messageId }) => messageReadByBot(botId, messageId),
  },
  errors: acting(
    botRow.typeNotAllowed,
    { ...messageRow.notFound, wrong: 'messageId', refused: 'message_not_found' },
    messageRow.hidden,
  ),
  result: contextSchema,
  example: {
    params: { botId: 456, botToken: 'my_bot_token', messageId: 789, range: 20 },
    result: {
      messages: [exampleMessage],
      users: [{ ...exampleUser, id: 1, bot: false, type: 'employee' }],
      hasPrevPage: false,
      hasNextPage: true,
    },
  },
  async handle({ work, caller, view, params: { range } }) {
    const found = await readAround(work, view, range);
    return done({
      messages: await presentMessages(work, found.messages),
      users: found.authors.map((author) => presentUser(author, caller.origin)),
      hasPrevPage: found.hasOlder,
      hasNextPage: found.hasNewer,
    });
  },
});
