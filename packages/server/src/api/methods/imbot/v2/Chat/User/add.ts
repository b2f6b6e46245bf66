import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { invitedIds } from '#api/terms/chat/params-v2.ts';
import { groupExtendedByBot } from '#api/terms/chat/rights-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { addMembers } from '#domain/chat/add-members.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.User.add',
  summary: 'Adds people and bots to a chat that a bot is in.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/chats/chat-user-add',
  scope: 'imbot',
  params: { ...actingBot, dialogId, userIds: invitedIds },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), chat: ({ botId, dialogId }) => groupExtendedByBot(botId, dialogId) },
  errors: acting(chatRow.notFound, chatRow.denied),
  result: doneSchema,
  example: { params: { botId: 456, botToken: 'my_bot_token', dialogId: 'chat5', userIds: [1, 2] }, result: DONE },
  async handle({ work, bot, chat, params: { userIds } }) {
    // That none of them is there to be added is no fault (V55).
    if (chat) await addMembers(work, await userOf(work, bot), chat, { userIds, hidesHistory: true });
    return done(DONE);
  },
});
