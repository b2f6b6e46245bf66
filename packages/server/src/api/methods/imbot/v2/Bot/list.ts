import { z } from 'zod';
import { isAbsent, lenient } from '#api/kernel/definition/field.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { within } from '#api/kernel/definition/within.ts';
import { toId, toText } from '#api/kernel/wire/read.ts';
import { botToken } from '#api/terms/application/ids-v2.ts';
import { field } from '#api/terms/basic/fields.ts';
import { wire } from '#api/terms/basic/wire.ts';
import { tokenShown } from '#api/terms/bot/access.ts';
import { presentBots } from '#api/terms/bot/present-v2.ts';
import { tokenRow } from '#api/terms/bot/rows-v2.ts';
import { exampleOwnBot, ownBotsSchema } from '#api/terms/bot/schema-v2.ts';
import { BOT_TYPES, presentType } from '#api/terms/bot/types-v2.ts';
import { listOwnBots } from '#domain/bot/list-bots.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.v2.Bot.list',
  summary: 'Lists the bots of the calling application.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/bots/bot-list',
  scope: 'imbot',
  reads: true,
  params: {
    ...within('filter', {
      type: lenient('Only bots of that type; of an unknown one there is none', z.enum(BOT_TYPES), (raw) =>
        isAbsent(raw) ? undefined : (BOT_TYPES.find((one) => one === toText(raw)) ?? null),
      ),
    }),
    limit: field.count('How many', { fallback: 50, most: 200 }),
    offset: lenient('How many are passed over', wire.count, (raw) => toId(raw) ?? 0, 0),
    botToken,
  },
  guards: [() => tokenShown()],
  errors: [tokenRow.missing],
  result: ownBotsSchema,
  example: {
    params: { botToken: 'my_bot_token', filter: { type: 'bot' }, limit: 10 },
    result: { bots: [exampleOwnBot.bot], users: exampleOwnBot.users, hasNextPage: false },
  },
  async handle({ work, caller, params: { 'filter.type': type, limit, offset } }) {
    const all = await listOwnBots(work, caller);
    const wanted = all.filter((bot) => type === undefined || presentType(bot.type) === type);
    const page = wanted.slice(offset, offset + limit);
    return done({
      ...(await presentBots({ work, caller }, page)),
      hasNextPage: wanted.length > offset + limit,
    });
  },
});
