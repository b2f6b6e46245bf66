import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';
import { messageType } from '#api/terms/chat/chat-type.ts';
import { presentEventBot } from '#api/terms/event/auth.ts';
import {
  presentAddress,
  presentGroup,
  presentMentions,
  presentMessageFiles,
  presentOrigin,
  presentSendOptions,
  textFor,
} from '#api/terms/event/message.ts';
import { addressShape, BOT, groupShape, sentShape, USER } from '#api/terms/event/schema.ts';
import { presentEventUser } from '#api/terms/event/user.ts';
import { fileSchema } from '#api/terms/file/schema.ts';

const PARAMS = z
  .object(sentShape)
  .extend(groupShape)
  .extend({
    ...addressShape,
    COMMAND_CONTEXT: z.literal('TEXTAREA'),
    CHAT_USER_COUNT: z.number().int(),
    PLATFORM_CONTEXT: z.literal('web'),
    FILES: z.record(z.string(), fileSchema).optional().describe('Files that were sent with it, by id'),
  });

export default defineEvent({
  name: 'ONIMBOTMESSAGEADD',
  page: 'api-reference/chat-bots/outdated/messages/events/on-imbot-message-add',
  scope: 'imbot',
  on: 'messageAdded',
  grants: 'refresh',
  payload: z.object({ BOT, PARAMS, USER }),
  async data(context) {
    const { work, event, bot, portal, origin } = context;
    const { message, userId } = event;
    const chat = await work.chats.findChat(message.chatId);
    if (!chat) return undefined;
    const isGroup = chat.type !== 'private';
    return {
      BOT: { [bot.id]: presentEventBot(context) },
      PARAMS: {
        MESSAGE: textFor(bot.id, message),
        ...presentOrigin(message, chat, userId),
        ...(isGroup
          ? { CHAT_ID: chat.id, ...(await presentGroup(work, chat, message, userId)) }
          : { TO_USER_ID: bot.id }),
        ...presentSendOptions(message, false),
        COMMAND_CONTEXT: 'TEXTAREA',
        CHAT_USER_COUNT: await work.members.countOf(chat.id),
        ...(isGroup && presentMentions(message)),
        PLATFORM_CONTEXT: 'web',
        ...(isGroup && presentAddress(bot.id, message)),
        ...(await presentMessageFiles(message, { work, portalId: portal.id, userId: bot.id, origin })),
        MESSAGE_ID: message.id,
        CHAT_TYPE: messageType(chat.type),
        LANGUAGE: portal.language,
      },
      USER: await presentEventUser(work, userId, 'full'),
    } as const;
  },
});
