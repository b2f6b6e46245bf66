import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';
import { dialogIdFor, messageType } from '#api/terms/chat/chat-type.ts';
import { presentEventBot } from '#api/terms/event/auth.ts';
import { BOT, eventSchemas, USER } from '#api/terms/event/schema.ts';
import { presentEventUser } from '#api/terms/event/user.ts';

const { id, text, chatType } = eventSchemas;
const PARAMS = z.object({
  CHAT_TYPE: chatType,
  MESSAGE_TYPE: chatType,
  BOT_ID: id,
  USER_ID: id.describe('Who added it; in a private chat, who opened it'),
  TO_USER_ID: id.optional(),
  FROM_USER_ID: id.optional(),
  CHAT_ID: id.optional(),
  CHAT_AUTHOR_ID: id.optional(),
  CHAT_ENTITY_TYPE: text.optional(),
  CHAT_ENTITY_ID: text.optional(),
  ACCESS_HISTORY: z.boolean().optional(),
  DIALOG_ID: text,
  LANGUAGE: text,
});

export default defineEvent({
  name: 'ONIMBOTJOINCHAT',
  page: 'api-reference/chat-bots/outdated/chats/events/on-imbot-join-chat',
  scope: 'imbot',
  on: 'botJoinedChat',
  grants: 'access',
  payload: z.object({ BOT, PARAMS, USER }),
  async data(context) {
    const { work, event, bot, portal } = context;
    const chat = await work.chats.findChat(event.chatId);
    if (!chat) return undefined;
    const type = messageType(chat.type);
    const place =
      chat.type === 'private'
        ? { TO_USER_ID: event.userId, FROM_USER_ID: bot.id }
        : {
            CHAT_ID: chat.id,
            CHAT_AUTHOR_ID: chat.ownerId,
            CHAT_ENTITY_TYPE: chat.entity.type,
            CHAT_ENTITY_ID: chat.entity.id,
            ACCESS_HISTORY: event.seesHistory,
          };
    return {
      BOT: { [bot.id]: presentEventBot(context) },
      PARAMS: {
        CHAT_TYPE: type,
        MESSAGE_TYPE: type,
        BOT_ID: bot.id,
        USER_ID: event.userId,
        ...place,
        DIALOG_ID: dialogIdFor(chat, event.userId),
        LANGUAGE: portal.language,
      },
      USER: await presentEventUser(work, event.userId, 'position'),
    };
  },
});
