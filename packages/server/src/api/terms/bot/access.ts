import { loader, type Search } from '#api/kernel/definition/method.ts';
import { findOwnApplication } from '#domain/application/access-application.ts';
import { accessBot } from '#domain/bot/access-bot.ts';
import { roomForBot } from '#domain/bot/register-bot.ts';
import { done, refused } from '#kit/outcome.ts';

/** The bot that the method acts for: of the caller's own application. */
export const ownBot = loader(
  ['bot_not_found', 'bot_of_another_app'],
  ({ work, caller, params }: Search<{ BOT_ID: number | undefined }>) => accessBot(work, caller, params.BOT_ID),
);

/** Any bot of the portal. */
export const anyBot = loader(['not_a_bot'], async ({ work, caller, params }: Search<{ BOT_ID: number }>) => {
  const bot = await work.bots.findBot(params.BOT_ID);
  return bot?.portalId === caller.portal.id ? done(bot) : refused('not_a_bot');
});

/** Room for another bot: what else is wrong with the new one is asked after that. */
export const room = loader(['too_many_bots'], async ({ work, caller, params }: Search<{ CODE: string }>) => {
  const owner = await findOwnApplication(work, caller);
  return owner ? roomForBot(work, owner, { generation: 'v1', code: params.CODE }) : done(true);
});
