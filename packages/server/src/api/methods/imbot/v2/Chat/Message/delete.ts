import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { field } from '#api/terms/basic/fields.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { lineRemovedByBot } from '#api/terms/message/access-v2.ts';
import { messageId } from '#api/terms/message/ids-v2.ts';
import { messageRow } from '#api/terms/message/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { deleteFound } from '#domain/message/delete-message.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.Message.delete',
  summary: 'Deletes a message of a bot, or of a group that the bot runs.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-delete',
  scope: 'imbot',
  params: { ...actingBot, messageId, complete: field.flag('Y: no mark is left in the history', false) },
  guards: [() => tokenShown()],
  load: {
    bot: ({ botId }) => namedBot(botId),
    view: ({ botId, messageId, complete }) => lineRemovedByBot(botId, messageId, complete),
  },
  errors: acting({ ...messageRow.denied, refused: 'message_not_editable' }),
  result: doneSchema,
  example: { params: { botId: 456, botToken: 'my_bot_token', messageId: 789 }, result: DONE },
  handle: async ({ work, bot, view, params: { complete } }) =>
    mapDone(await deleteFound(work, await userOf(work, bot), view, { complete }), () => DONE),
});
