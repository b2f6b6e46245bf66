import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';
import { presentEventBot } from '#api/terms/event/auth.ts';
import { presentChangedMessage } from '#api/terms/event/changed-message.ts';
import { presentAddress, presentMentions, textFor } from '#api/terms/event/message.ts';
import { addressShape, BOT, changedShape, USER } from '#api/terms/event/schema.ts';
import { presentEventUser } from '#api/terms/event/user.ts';

const PARAMS = z.object({
  ...changedShape,
  ...addressShape,
  CHAT_USER_COUNT: z.number().int(),
  PLATFORM_CONTEXT: z.literal('web'),
});

export default defineEvent({
  name: 'ONIMBOTMESSAGEUPDATE',
  page: 'api-reference/chat-bots/outdated/messages/events/on-imbot-message-update',
  scope: 'imbot',
  on: 'messageChanged',
  grants: 'refresh',
  payload: z.object({ BOT, PARAMS, USER: USER.optional() }),
  async data(context) {
    const { work, event, bot, portal } = context;
    const { message } = event;
    const chat = await work.chats.findChat(message.chatId);
    if (!chat) return undefined;
    const isGroup = chat.type !== 'private';
    return {
      BOT: { [bot.id]: presentEventBot(context) },
      PARAMS: presentChangedMessage(chat, message, bot, textFor(bot.id, message), portal.language, {
        CHAT_USER_COUNT: await work.members.countOf(chat.id),
        ...(isGroup && presentMentions(message)),
        PLATFORM_CONTEXT: 'web' as const,
        ...(isGroup && presentAddress(bot.id, message)),
      }),
      ...(!isGroup && { USER: await presentEventUser(work, event.userId, 'full') }),
    };
  },
});
