import { defineEvent } from '../kernel/event.ts';
import { presentEventBot } from '../present/v1/event-auth.ts';
import { presentChangedMessage } from '../present/v1/event-changed-message.ts';
import { presentAddress, presentMentions, textFor } from '../present/v1/event-message.ts';
import { presentEventUser } from '../present/v1/event-user.ts';

export default defineEvent({
  name: 'ONIMBOTMESSAGEUPDATE',
  page: 'api-reference/chat-bots/outdated/messages/events/on-imbot-message-update',
  scope: 'imbot',
  on: 'messageChanged',
  grants: 'refresh',
  async data(scene) {
    const { work, event, bot, portal } = scene;
    const { message } = event;
    const chat = await work.chats.findChat(message.chatId);
    if (!chat) return undefined;
    const isGroup = chat.type !== 'private';
    return {
      BOT: { [bot.id]: presentEventBot(scene) },
      PARAMS: presentChangedMessage(chat, message, bot, textFor(bot.id, message), portal.language, {
        CHAT_USER_COUNT: await work.members.countOf(chat.id),
        ...(isGroup && presentMentions(message)),
        PLATFORM_CONTEXT: 'web',
        ...(isGroup && presentAddress(bot.id, message)),
      }),
      ...(!isGroup && { USER: await presentEventUser(work, event.userId, 'full') }),
    };
  },
});
