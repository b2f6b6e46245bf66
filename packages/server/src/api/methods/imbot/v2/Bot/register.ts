import { defineMethod } from '#api/kernel/definition/method.ts';
import { application } from '#api/terms/application/access.ts';
import { botToken } from '#api/terms/application/ids-v2.ts';
import { botTokenFits, ownCode, room } from '#api/terms/bot/access.ts';
import { isWithoutUrl, newBotFields, toNewBot } from '#api/terms/bot/params-v2.ts';
import { presentOwnBot } from '#api/terms/bot/present-v2.ts';
import { botRow, tokenRow } from '#api/terms/bot/rows-v2.ts';
import { exampleOwnBot, ownBotSchema } from '#api/terms/bot/schema-v2.ts';
import { registerBot } from '#domain/bot/register-bot.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Bot.register',
  summary: 'Registers a bot, or answers with the one that has the code already.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/bots/bot-register',
  scope: 'imbot',
  params: { ...newBotFields, botToken },
  botTokenIn: ['fields.botToken', 'botToken'],
  guards: [() => botTokenFits(), (params) => room('v2', params['fields.code'])],
  load: { application, known: (params) => ownCode(params['fields.code']) },
  settle: { known: (search, bot) => presentOwnBot(search, bot) },
  errors: [
    tokenRow.missing,
    tokenRow.tooLong,
    { code: 'BOT_CODE_REQUIRED', message: 'Bot code is required', wrong: 'fields.code' },
    { code: 'BOT_PROPERTIES_REQUIRED', message: 'Bot properties are required', wrong: 'fields.properties.name' },
    { code: 'BOT_CODE_ALREADY_TAKEN', message: 'Bot code is already taken', refused: 'code_taken' },
    { code: 'BOT_INVALID_TYPE', message: 'Invalid bot type', invalid: 'fields.type' },
    { ...botRow.wrongMode, invalid: 'fields.eventMode' },
    { ...botRow.withoutUrl, when: isWithoutUrl },
    { code: 'BOT_REGISTER_FAILED', message: 'Bot registration failed', refused: 'email_taken', unsaved: true },
    { ...botRow.wrongUrl, invalid: 'fields.webhookUrl' },
    { code: 'BOT_LIMIT_EXCEEDED', message: 'Bot limit exceeded', refused: 'too_many_bots' },
    { ...botRow.wrongAvatar, invalid: 'fields.properties.avatar' },
    { ...botRow.wideAvatar, oversize: 'fields.properties.avatar' },
  ],
  result: ownBotSchema,
  example: {
    params: {
      fields: {
        code: 'support_bot',
        botToken: 'my_bot_token',
        properties: { name: 'Support Bot', workPosition: 'AI Assistant' },
        type: 'bot',
        eventMode: 'fetch',
      },
    },
    result: exampleOwnBot,
  },
  async handle({ work, caller, application, params }) {
    const registered = await registerBot(work, application, toNewBot(params, caller.user.id));
    return registered.ok ? done(await presentOwnBot({ work, caller }, registered.value)) : registered;
  },
});
