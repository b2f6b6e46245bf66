import { defineMethod } from '#api/kernel/definition/method.ts';
import { UNFINISHED } from '#api/kernel/definition/unfinished.ts';
import { namedBot, tokenShown } from '#api/terms/bot/access.ts';
import { botChangeFields, toBotChange } from '#api/terms/bot/change-v2.ts';
import { actingBot } from '#api/terms/bot/ids-v2.ts';
import { presentOwnBot } from '#api/terms/bot/present-v2.ts';
import { acting, botRow, tokenRow } from '#api/terms/bot/rows-v2.ts';
import { exampleOwnBot, ownBotSchema } from '#api/terms/bot/schema-v2.ts';
import { reconfigureBot } from '#domain/bot/reconfigure-bot.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Bot.update',
  summary: 'Changes a bot: its profile, how it hears of events, its token.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/bots/bot-update',
  scope: 'imbot',
  params: { ...actingBot, ...botChangeFields },
  guards: [() => tokenShown()],
  load: { bot: ({ botId }) => namedBot(botId) },
  errors: acting(
    { ...botRow.wrongMode, invalid: 'fields.eventMode' },
    { ...botRow.wrongUrl, invalid: 'fields.webhookUrl' },
    { ...botRow.wrongAvatar, invalid: 'fields.properties.avatar' },
    { ...botRow.wideAvatar, oversize: 'fields.properties.avatar' },
    { code: 'BOT_TOKEN_ROTATION_FAILED', message: 'Bot token rotation failed', refused: 'token_taken' },
    { ...tokenRow.tooLong, oversize: 'fields.botToken' },
    { ...botRow.withoutUrl, refused: 'no_address' },
  ),
  result: ownBotSchema,
  example: {
    params: {
      botId: 456,
      botToken: 'my_bot_token',
      fields: { properties: { name: 'Updated Bot' }, isHidden: true },
    },
    result: exampleOwnBot,
  },
  async handle({ work, caller, bot, params }) {
    const changed = await reconfigureBot(work, caller.user, bot, toBotChange(params));
    if (!changed.ok) return changed;
    return done(changed.value === 'goes on' ? UNFINISHED : await presentOwnBot({ work, caller }, changed.value));
  },
});
