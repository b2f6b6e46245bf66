import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { field } from '#api/terms/basic/fields.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { chatIdAsDialog, dialogId } from '#api/terms/chat/ids-v2.ts';
import { groupOwnedByBot } from '#api/terms/chat/rights-v2.ts';
import { chatRow } from '#api/terms/chat/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { changeOwner } from '#domain/chat/change-owner.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.setOwner',
  summary: 'Hands a chat of a bot over to another member.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/chats/chat-set-owner',
  scope: 'imbot',
  params: { ...actingBot, dialogId, userId: field.givenId('user', 'Id of the new owner, a member') },
  prepare: chatIdAsDialog,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId), chat: ({ botId, dialogId }) => groupOwnedByBot(botId, dialogId) },
  errors: acting(chatRow.notFound, {
    ...chatRow.denied,
    wrong: 'userId',
    refused: ['chat_denied', 'chat_is_private', 'chat_unavailable', 'owner_change_denied'],
  }),
  result: doneSchema,
  example: { params: { botId: 456, botToken: 'my_bot_token', dialogId: 'chat5', userId: 1 }, result: DONE },
  handle: async ({ work, bot, chat, params: { userId } }) =>
    mapDone(await changeOwner(work, await userOf(work, bot), chat.id, userId), () => DONE),
});
