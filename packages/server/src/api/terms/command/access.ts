import { lookup } from '#api/kernel/definition/lookup.ts';
import { accessCommand, accessNamedCommand, type NamedCommand } from '#domain/command/access-command.ts';
import { NO_ID } from '../basic/no-id.ts';

/** A command of a bot of the caller's own application. */
export const ownCommand = lookup(
  ['command_not_found', 'command_of_another_app'],
  ({ work, caller }, id: number | undefined) => accessCommand(work, caller, id ?? NO_ID),
);

/** The same by its id or by its name, then of whichever bot the message called. */
export const answeredCommand = lookup(
  ['command_not_found', 'command_of_another_app'],
  ({ work, caller }, id: number | undefined, named: NamedCommand) =>
    id ? accessCommand(work, caller, id) : accessNamedCommand(work, caller, named),
);
