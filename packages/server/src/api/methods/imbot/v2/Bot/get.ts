import { idOf } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { botToken } from '#api/terms/application/ids-v2.ts';
import { field } from '#api/terms/basic/fields.ts';
import { calledBot, tokenShown } from '#api/terms/bot/access.ts';
import { presentKnownBot } from '#api/terms/bot/present-v2.ts';
import { botRow, tokenRow } from '#api/terms/bot/rows-v2.ts';
import { exampleOwnBot, knownBotSchema } from '#api/terms/bot/schema-v2.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Bot.get',
  summary: 'Tells of a bot: all of it to its owner, the outline to others.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/bots/bot-get',
  scope: 'imbot',
  reads: true,
  params: {
    botId: field.maybeId('bot', 'Id of the bot; needed without code'),
    code: idOf('code', field.optionalText('Its code; not looked at where botId is given')),
    botToken,
  },
  guards: [() => tokenShown()],
  load: { bot: ({ botId, code }) => calledBot(botId, code) },
  errors: [
    tokenRow.missing,
    {
      code: 'PARAMS_REQUIRED',
      message: 'Required parameters are missing',
      when: ({ botId, code }: { readonly botId: number | undefined; readonly code: string | undefined }) =>
        botId === undefined && code === undefined,
    },
    botRow.notFound,
  ],
  result: knownBotSchema,
  example: { params: { botToken: 'my_bot_token', code: 'support_bot' }, result: exampleOwnBot },
  handle: async ({ work, caller, bot }) => done(await presentKnownBot({ work, caller }, bot)),
});
