import { Command } from 'commander';
import { botListCommand } from './bot-list.ts';
import { botRemoveCommand } from './bot-remove.ts';
import { botShowCommand } from './bot-show.ts';

/** The bots of the portal. */
export function botCommand(): Command {
  return new Command('bot')
    .description('Bots: list, show, remove')
    .helpCommand(false)
    .addCommand(botListCommand())
    .addCommand(botShowCommand())
    .addCommand(botRemoveCommand());
}
