import { defineMethod } from '#api/kernel/definition/method.ts';
import { childrenOf } from '#api/kernel/definition/within.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { chatChangeFields } from '#api/terms/chat/params-v2.ts';
import { groupShapedByBot } from '#api/terms/chat/rights-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { changeChat } from '#domain/chat/change-chat.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.update',
  summary: 'Changes title, description, colour and picture of a chat.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/chats/chat-update',
  scope: 'imbot',
  params: { ...actingBot, dialogId, ...chatChangeFields },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), chat: ({ botId, dialogId }) => groupShapedByBot(botId, dialogId) },
  errors: acting(
    chatRow.notFound,
    { ...chatRow.denied, refused: ['chat_denied', 'chat_unavailable', 'renaming_forbidden', 'avatar_fixed'] },
    chatRow.wrongType,
  ),
  result: doneSchema,
  example: {
    params: { botId: 456, botToken: 'my_bot_token', dialogId: 'chat5', fields: { title: 'New title', color: 'mint' } },
    result: DONE,
  },
  async handle({ work, bot, chat, params }) {
    const { color, ...change } = childrenOf('fields', params);
    const changed = await changeChat(work, await userOf(work, bot), chat, { ...change, color: color || undefined });
    return mapDone(changed, () => DONE);
  },
});
