import { defineMethod } from '#api/kernel/definition/method.ts';
import { DONE, doneSchema } from '#api/terms/basic/done-v2.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { acting } from '#api/terms/bot/rows-v2.ts';
import { unregisterBot } from '#domain/bot/unregister-bot.ts';
import { mapDone } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Bot.unregister',
  summary: 'Takes a bot out of the portal.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/bots/bot-unregister',
  scope: 'imbot',
  params: actingBot,
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId) },
  errors: acting({ code: 'BOT_UNREGISTER_FAILED', message: 'Bot unregistration failed', unsaved: true }),
  result: doneSchema,
  example: { params: { botId: 456, botToken: 'my_bot_token' }, result: DONE },
  handle: async ({ work, caller, bot }) => mapDone(await unregisterBot(work, bot, caller.user), () => DONE),
});
