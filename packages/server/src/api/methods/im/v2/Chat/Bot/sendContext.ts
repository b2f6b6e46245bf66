import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { field } from '#api/terms/basic/fields.ts';
import { botOfDialog } from '#api/terms/chat/access-v2.ts';
import { dialogId } from '#api/terms/chat/ids-v2.ts';
import { giveContext } from '#domain/bot/give-context.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.v2.Chat.Bot.sendContext',
  summary: 'Passes something on to a bot whose dialog is opened.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/bot-context',
  scope: 'im',
  params: {
    dialogId: { ...dialogId, description: 'Id of the bot' },
    context: field.map('What the bot is told'),
  },
  load: { bot: ({ dialogId }) => botOfDialog(dialogId) },
  errors: [
    {
      code: 'BOT_NOT_FOUND',
      message: 'Bot not found',
      wrong: 'dialogId',
      refused: ['bot_not_found', 'user_not_found'],
    },
    { code: 'WRONG_CONTEXT', message: 'Context must be an object', wrong: 'context' },
  ],
  result: doneSchema,
  example: { params: { dialogId: '456', context: { page: 'orders' } }, result: DONE },
  handle: async ({ work, caller, bot, params: { context } }) =>
    mapDone(await giveContext(work, caller.user, bot, context), () => DONE),
});
