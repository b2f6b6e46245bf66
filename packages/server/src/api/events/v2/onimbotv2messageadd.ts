import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';
import { presentEventChat } from '#api/terms/chat/present-v2.ts';
import { eventChatSchema } from '#api/terms/chat/schema-v2.ts';
import { eventBotSchema, presentEventBot } from '#api/terms/event/bot-v2.ts';
import { presentEventMessage } from '#api/terms/message/present-v2.ts';
import { eventMessageSchema } from '#api/terms/message/schema-v2.ts';
import { presentEventUser } from '#api/terms/user/present-v2.ts';
import { userSchema } from '#api/terms/user/schema-v2.ts';

export default defineEvent({
  name: 'ONIMBOTV2MESSAGEADD',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/events/events.md#onimbotv2messageadd',
  scope: 'imbot',
  generation: 'v2',
  on: 'messageAdded',
  grants: 'access',
  payload: z.object({
    bot: eventBotSchema,
    message: eventMessageSchema,
    chat: eventChatSchema,
    user: userSchema,
    language: z.string(),
  }),
  async data(context) {
    const { work, event, portal, origin } = context;
    const chat = await work.chats.findChat(event.message.chatId);
    const user = await work.users.findUser(event.userId);
    if (!chat || !user) return undefined;
    return {
      bot: await presentEventBot(context),
      message: await presentEventMessage(work, event.message, user),
      chat: await presentEventChat(work, chat, user, origin),
      user: presentEventUser(user, origin),
      language: portal.language,
    };
  },
});
