import { defineMethod } from '#api/kernel/definition/method.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { chatSeenByBot } from '#api/terms/chat/access-v2.ts';
import { exampleChat, oneChatSchema, presentChat } from '#api/terms/chat/answer-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.get',
  summary: 'Tells a bot of a chat.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/chats/chat-get',
  scope: 'imbot',
  reads: true,
  params: { ...actingBot, dialogId },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), view: ({ botId, dialogId }) => chatSeenByBot(botId, dialogId) },
  errors: acting(chatRow.notFound, chatRow.denied),
  result: oneChatSchema,
  example: { params: { botId: 456, botToken: 'my_bot_token', dialogId: 'chat5' }, result: exampleChat },
  handle: async ({ work, caller, bot, view }) =>
    done(await presentChat(work, await userOf(work, bot), view, caller.origin)),
});
