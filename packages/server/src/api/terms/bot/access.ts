import { guard, lookup } from '#api/kernel/definition/lookup.ts';
import { findOwnApplication } from '#domain/application/access-application.ts';
import { accessBot } from '#domain/bot/access-bot.ts';
import { roomForBot } from '#domain/bot/register-bot.ts';
import { done, refused } from '#kit/outcome.ts';
import { NO_ID } from '../basic/no-id.ts';

/** The bot that the method acts for: of the caller's own application. */
export const ownBot = lookup(['bot_not_found', 'bot_of_another_app'], ({ work, caller }, id: number | undefined) =>
  accessBot(work, caller, id),
);

/** Any bot of the portal. */
export const anyBot = lookup(['not_a_bot'], async ({ work, caller }, id: number | undefined) => {
  const bot = await work.bots.findBot(id ?? NO_ID);
  return bot?.portalId === caller.portal.id ? done(bot) : refused('not_a_bot');
});

/** Room for another bot: what else is wrong with the new one is asked after that. */
export const room = guard(['too_many_bots'], async ({ work, caller }, code: string | undefined) => {
  const owner = await findOwnApplication(work, caller);
  return owner ? roomForBot(work, owner, { generation: 'v1', code: code ?? '' }) : done(true);
});
