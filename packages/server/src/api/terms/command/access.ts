import { loader, type Search } from '#api/kernel/definition/method.ts';
import { accessCommand, accessNamedCommand } from '#domain/command/access-command.ts';

/** A command of a bot of the caller's own application. */
export const ownCommand = loader(
  ['command_not_found', 'command_of_another_app'],
  ({ work, caller, params }: Search<{ COMMAND_ID: number }>) => accessCommand(work, caller, params.COMMAND_ID),
);

/** The same by its id or by its name, then of whichever bot the message called. */
export const answeredCommand = loader(
  ['command_not_found', 'command_of_another_app'],
  ({ work, caller, params }: Search<Answer>) =>
    params.COMMAND_ID
      ? accessCommand(work, caller, params.COMMAND_ID)
      : accessNamedCommand(work, caller, { name: params.COMMAND, botId: params.BOT_ID, calledBy: params.MESSAGE_ID }),
);

interface Answer {
  readonly COMMAND_ID: number | undefined;
  readonly COMMAND: string;
  readonly BOT_ID: number | undefined;
  readonly MESSAGE_ID: number | undefined;
}
