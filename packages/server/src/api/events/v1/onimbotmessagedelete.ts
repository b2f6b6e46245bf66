import { z } from 'zod';
import { defineEvent } from '#api/kernel/definition/event.ts';
import { presentEventBot } from '#api/terms/event/auth.ts';
import { presentChangedMessage } from '#api/terms/event/changed-message.ts';
import { BOT, changedShape, USER } from '#api/terms/event/schema.ts';
import { presentEventUser } from '#api/terms/event/user.ts';
import { deletionText } from '#api/terms/message/deletion-text.ts';

export default defineEvent({
  name: 'ONIMBOTMESSAGEDELETE',
  page: 'api-reference/chat-bots/outdated/messages/events/on-imbot-message-delete',
  scope: 'imbot',
  on: 'messageDeleted',
  grants: 'refresh',
  payload: z.object({ BOT, PARAMS: z.object(changedShape), USER: USER.optional() }),
  async data(context) {
    const { work, event, bot, portal } = context;
    const chat = await work.chats.findChat(event.message.chatId);
    if (!chat) return undefined;
    return {
      BOT: { [bot.id]: presentEventBot(context) },
      PARAMS: presentChangedMessage(
        chat,
        event.message,
        bot,
        deletionText(event.message.createdAt),
        portal.language,
        {},
      ),
      ...(chat.type === 'private' && { USER: await presentEventUser(work, event.userId, 'full') }),
    };
  },
});
