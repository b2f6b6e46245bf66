import { guard, lookup } from '#api/kernel/definition/lookup.ts';
import { findOwnApplication } from '#domain/application/access-application.ts';
import { isBotToken } from '#domain/application/application.ts';
import { accessBot } from '#domain/bot/access-bot.ts';
import { accessFetching } from '#domain/bot/access-fetching.ts';
import type { Generation } from '#domain/bot/bot.ts';
import { accessCode, roomForBot } from '#domain/bot/register-bot.ts';
import { done, refused } from '#kit/outcome.ts';
import { NO_ID } from '../basic/no-id.ts';

/** The bot that the method acts for: of the caller's own application. */
export const ownBot = lookup(['bot_not_found', 'bot_of_another_app'], ({ work, caller }, id: number | undefined) =>
  accessBot(work, caller, id),
);

/** The same where the method always names it. */
export const namedBot = (id: number | undefined) => ownBot(id ?? NO_ID);

/** A bot of the portal by its id, else by its code. */
export const calledBot = lookup(
  ['bot_not_found'],
  async ({ work, caller: { portal } }, id: number | undefined, code: string | undefined) => {
    const bot = await (id === undefined ? work.bots.findByCode(portal.id, code ?? '') : work.bots.findBot(id));
    return bot?.portalId === portal.id ? done(bot) : refused('bot_not_found');
  },
);

/** A program behind a webhook shows a bot token, whatever it asks for. */
export const tokenShown = guard(['no_client_id'], async ({ caller }) =>
  caller.application || caller.botToken !== undefined ? done(true) : refused('no_client_id'),
);

/** Any bot of the portal. */
export const anyBot = lookup(['not_a_bot'], async ({ work, caller }, id: number | undefined) => {
  const bot = await work.bots.findBot(id ?? NO_ID);
  return bot?.portalId === caller.portal.id ? done(bot) : refused('not_a_bot');
});

/** Room for another bot: what else is wrong with the new one is asked after that. */
export const room = guard(
  ['too_many_bots'],
  async ({ work, caller }, generation: Generation, code: string | undefined) => {
    const owner = await findOwnApplication(work, caller);
    return owner ? roomForBot(work, owner, { generation, code: code ?? '' }) : done(true);
  },
);

/** The bot that has the code already; undefined: nobody has it. */
export const ownCode = lookup(['code_taken'], async ({ work, caller }, code: string | undefined) =>
  accessCode(work, caller.portal.id, await findOwnApplication(work, caller), code ?? ''),
);

/** A bot token that is to own something (V6); one that is sent along with a token of an application says nothing. */
export const botTokenFits = guard(['bot_token_too_long'], async ({ caller }) =>
  isBotToken(caller.botToken ?? '') ? done(true) : refused('bot_token_too_long'),
);

/** The bot whose events are fetched: one that has come to its end can read of that. */
export const fetchingBot = lookup(['bot_not_found', 'bot_of_another_app'], ({ work, caller }, id: number | undefined) =>
  accessFetching(work, caller, id ?? NO_ID),
);
