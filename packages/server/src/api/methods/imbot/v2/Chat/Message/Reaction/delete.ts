import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { messageNearBot } from '#api/terms/message/access-v2.ts';
import { messageId, reaction } from '#api/terms/message/ids-v2.ts';
import { messageRow } from '#api/terms/message/rows-v2.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import { removeReaction } from '#domain/message/react.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Chat.Message.Reaction.delete',
  summary: 'Takes a reaction of a bot back.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-reaction-delete',
  scope: 'imbot',
  params: { ...actingBot, messageId, reaction },
  guards: [() => tokenShown()],
  load: {
    bot: ({ botId }) => namedBot(botId),
    view: ({ botId, messageId }) => messageNearBot(botId, messageId),
  },
  errors: acting(
    { ...messageRow.denied, refused: 'message_not_found' },
    { ...messageRow.noSuchReaction, refused: 'reaction_missing' },
  ),
  result: doneSchema,
  example: { params: { botId: 456, botToken: 'my_bot_token', messageId: 789, reaction: 'like' }, result: DONE },
  handle: async ({ work, bot, view, params: { reaction } }) =>
    mapDone(await removeReaction(work, await userOf(work, bot), view, reaction), () => DONE),
});
