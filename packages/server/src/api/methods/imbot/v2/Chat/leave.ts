import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { groupReducedByBot } from '#api/terms/chat/rights-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { quitChat } from '#domain/chat/quit-chat.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.leave',
  summary: 'Takes a bot out of a chat; one that it owns falls to somebody else.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/chats/chat-leave',
  scope: 'imbot',
  params: { ...actingBot, dialogId },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), chat: ({ botId, dialogId }) => groupReducedByBot(botId, dialogId) },
  errors: acting(chatRow.notFound, { ...chatRow.denied, refused: ['chat_denied', 'user_not_member'] }),
  result: doneSchema,
  example: { params: { botId: 456, botToken: 'my_bot_token', dialogId: 'chat5' }, result: DONE },
  handle: async ({ work, bot, chat }) => mapDone(await quitChat(work, await userOf(work, bot), chat), () => DONE),
});
