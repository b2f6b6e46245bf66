import { z } from 'zod';
import { unregisterBot } from '#domain/bot/unregister-bot.ts';
import { defineCommand } from '../../definition.ts';
import { administrator, administratorCalled } from '../../terms/application.ts';
import { bot, botCalled } from '../../terms/bot.ts';
import { listBot, listedBot } from '../../terms/listed-bot.ts';

export default defineCommand({
  pages: 'administrator',
  summary: 'Takes a bot out, with its private chats and its commands, and answers with what it was.',
  body: z.strictObject({ as: administrator.optional(), bot }),
  answer: listedBot,
  run: ({ store, portalId }, { as, bot: name }) =>
    store.write(async (work) => {
      const bot = await botCalled(work, portalId, name);
      const listed = await listBot(work, bot);
      await unregisterBot(work, bot, await administratorCalled(work, portalId, as));
      return listed;
    }),
});
