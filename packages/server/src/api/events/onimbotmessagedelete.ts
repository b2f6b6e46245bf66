import { defineEvent } from '../kernel/event.ts';
import { deletionText } from '../present/v1/deletion-text.ts';
import { presentEventBot } from '../present/v1/event-auth.ts';
import { presentChangedMessage } from '../present/v1/event-changed-message.ts';
import { presentEventUser } from '../present/v1/event-user.ts';

export default defineEvent({
  name: 'ONIMBOTMESSAGEDELETE',
  page: 'api-reference/chat-bots/outdated/messages/events/on-imbot-message-delete',
  scope: 'imbot',
  on: 'messageDeleted',
  grants: 'refresh',
  async data(scene) {
    const { work, event, bot, portal } = scene;
    const chat = await work.chats.findChat(event.message.chatId);
    if (!chat) return undefined;
    return {
      BOT: { [bot.id]: presentEventBot(scene) },
      PARAMS: presentChangedMessage(chat, event.message, bot, deletionText(event.message.createdAt), portal.language),
      ...(chat.type === 'private' && { USER: await presentEventUser(work, event.userId, 'full') }),
    };
  },
});
