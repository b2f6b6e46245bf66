import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { field } from '#api/terms/basic/fields.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { groupReducedByBot } from '#api/terms/chat/rights-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { excludeMember } from '#domain/chat/quit-chat.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.User.delete',
  summary: 'Takes somebody out of a chat that a bot runs.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/chats/chat-user-delete',
  scope: 'imbot',
  params: { ...actingBot, dialogId, userId: field.givenId('user', 'Who is taken out') },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), chat: ({ botId, dialogId }) => groupReducedByBot(botId, dialogId) },
  errors: acting(chatRow.notFound, {
    ...chatRow.denied,
    wrong: 'userId',
    refused: ['chat_denied', 'owner_must_stay', 'removing_denied'],
  }),
  result: doneSchema,
  example: { params: { botId: 456, botToken: 'my_bot_token', dialogId: 'chat5', userId: 1 }, result: DONE },
  async handle({ work, bot, chat, params: { userId } }) {
    const removed = await excludeMember(work, await userOf(work, bot), chat, userId);
    // Who is not there is out of it already (V55).
    if (!removed.ok && removed.reason !== 'user_not_member') return { ok: false, reason: removed.reason };
    return done(DONE);
  },
});
