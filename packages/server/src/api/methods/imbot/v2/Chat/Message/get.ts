import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting, botRow } from '#api/terms/bot/rows-v2.ts';
import { messageReadByBot, readsHistory } from '#api/terms/message/access-v2.ts';
import { messageId } from '#api/terms/message/ids-v2.ts';
import { presentMessage } from '#api/terms/message/present-v2.ts';
import { messageRow } from '#api/terms/message/rows-v2.ts';
import { eventMessageSchema, exampleMessage } from '#api/terms/message/schema-v2.ts';
import { presentUser } from '#api/terms/user/present-v2.ts';
import { exampleUser, userSchema } from '#api/terms/user/schema-v2.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.Message.get',
  summary: 'Tells a message to a bot that reads histories.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-get',
  scope: 'imbot',
  reads: true,
  params: { ...actingBot, messageId },
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
  result: z.object({
    message: eventMessageSchema,
    user: userSchema.nullable().describe('Its author; null: the portal'),
  }),
  example: {
    params: { botId: 456, botToken: 'my_bot_token', messageId: 789 },
    result: { message: exampleMessage, user: { ...exampleUser, id: 1, bot: false, type: 'employee' } },
  },
  async handle({ work, caller, view: { message } }) {
    const author = message.isSystem ? undefined : await work.users.findUser(message.authorId);
    return done({
      message: await presentMessage(work, message),
      user: author ? presentUser(author, caller.origin) : null,
    });
  },
});
