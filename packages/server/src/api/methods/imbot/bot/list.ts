import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { yesNo } from '#api/terms/basic/yes-no.ts';
import { listBots } from '#domain/bot/list-bots.ts';
import { fullName } from '#domain/user/user.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'imbot.bot.list',
  summary: 'The bots of the portal, by id.',
  page: 'api-reference/chat-bots/outdated/bots/imbot-bot-list',
  scope: 'imbot',
  reads: true,
  params: {},
  errors: [callerRow.sessionRefused],
  result: z.record(
    z.string(),
    z.object({
      ID: z.number().int(),
      NAME: z.string().describe('Full name'),
      CODE: z.string(),
      OPENLINE: z.enum(['Y', 'N']).describe('Works in open channels'),
    }),
  ),
  example: { params: {}, result: { 39: { ID: 39, NAME: 'NewBot', CODE: 'newbot', OPENLINE: 'N' } } },
  async handle({ work, caller }) {
    const bots = await listBots(work, caller.portal.id);
    return done(
      Object.fromEntries(
        bots.map(({ bot, user }) => [
          bot.id,
          { ID: bot.id, NAME: fullName(user), CODE: bot.code, OPENLINE: yesNo(bot.isOpenline) },
        ]),
      ),
    );
  },
});
