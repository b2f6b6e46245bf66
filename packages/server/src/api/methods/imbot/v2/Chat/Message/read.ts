import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { chatIdAsDialog, readDialogId } from '#api/terms/chat/ids-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { chatReadByBot } from '#api/terms/message/access-v2.ts';
import { messageRow } from '#api/terms/message/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { readUpTo } from '#domain/message/read-up-to.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.Message.read',
  summary: 'Marks messages of a chat as read by a bot.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-read',
  scope: 'imbot',
  params: {
    ...actingBot,
    dialogId: readDialogId,
    messageId: field.maybeId('message', 'The last message that is read; without it, all are'),
  },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: {
    bot: ({ botId }) => namedBot(botId),
    mark: ({ botId, dialogId, messageId }) => chatReadByBot(botId, dialogId, messageId),
  },
  errors: acting(chatRow.notFound, chatRow.denied, { ...messageRow.notFound, refused: 'message_not_found' }),
  result: z.object({
    chatId: z.number().int(),
    lastId: z.number().int().describe('The last message that is read'),
    counter: z.number().int().describe('Messages that are not read yet'),
    viewedMessages: z.array(z.number().int()).describe('Messages that were read by this call'),
  }),
  example: {
    params: { botId: 456, botToken: 'my_bot_token', dialogId: 'chat5', messageId: 789 },
    result: { chatId: 5, lastId: 789, counter: 0, viewedMessages: [785, 786, 789] },
  },
  async handle({ work, bot, mark: { view, upTo } }) {
    const { lastReadId, unreadCount, readIds } = await readUpTo(work, await userOf(work, bot), view, upTo);
    return done({ chatId: view.chat.id, lastId: lastReadId, counter: unreadCount, viewedMessages: readIds });
  },
});
