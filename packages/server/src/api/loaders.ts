import { ownApplication } from '../domain/application/access-application.ts';
import { accessBot } from '../domain/bot/access-bot.ts';
import { accessCommand } from '../domain/command/access-command.ts';
import { done, refused } from '../kit/outcome.ts';
import { loader } from './kernel/method.ts';

/*
 * What methods look up on the caller's behalf before they act.
 */

/** The bot that the method acts for: of the caller's own application. */
export const ownBot = loader(['bot_not_found', 'bot_of_another_app'], ({ work, caller, params }: { work: Work; caller: Who; params: { BOT_ID: number | undefined } }) =>
  accessBot(work, caller, params.BOT_ID),
);

/** A command of a bot of the caller's own application. */
export const ownCommand = loader(
  ['command_not_found', 'command_of_another_app'],
  ({ work, caller, params }: { work: Work; caller: Who; params: { COMMAND_ID: number } }) => accessCommand(work, caller, params.COMMAND_ID),
);

/** The application that the caller speaks for; without a CLIENT_ID there is none. */
export const application = loader(['no_client_id'], async ({ work, caller }: { work: Work; caller: Who; params: object }) =>
  caller.clientId === undefined ? refused('no_client_id') : done(await ownApplication(work, caller, caller.clientId)),
);

type Work = Parameters<typeof accessBot>[0];
type Who = Parameters<typeof accessBot>[1];
