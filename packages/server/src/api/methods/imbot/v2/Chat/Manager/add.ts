import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { userIds } from '#api/terms/chat/params-v2.ts';
import { groupOwnedByBot } from '#api/terms/chat/rights-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { changeManagers } from '#domain/chat/change-managers.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.Manager.add',
  summary: 'Lets members manage a chat of a bot.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/chats/chat-manager-add',
  scope: 'imbot',
  params: { ...actingBot, dialogId, userIds },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), chat: ({ botId, dialogId }) => groupOwnedByBot(botId, dialogId) },
  errors: acting(chatRow.notFound, chatRow.denied, chatRow.wrongType, chatRow.nobodyNamed),
  result: doneSchema,
  example: { params: { botId: 456, botToken: 'my_bot_token', dialogId: 'chat5', userIds: [1, 2] }, result: DONE },
  async handle({ work, bot, chat, params: { userIds } }) {
    await changeManagers(work, await userOf(work, bot), chat, { userIds, isManager: true });
    return done(DONE);
  },
});
