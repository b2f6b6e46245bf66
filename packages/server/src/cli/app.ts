import { Command } from 'commander';
import { appAddCommand } from './app-add.ts';
import { appChangeCommand } from './app-change.ts';
import { appListCommand } from './app-list.ts';
import { appRemoveCommand } from './app-remove.ts';
import { appShowCommand } from './app-show.ts';

/** Applications: programs that act through OAuth tokens. */
export function appCommand(): Command {
  return new Command('app')
    .description('Applications, which act through OAuth tokens: add, list, show, change, remove')
    .helpCommand(false)
    .addCommand(appAddCommand())
    .addCommand(appListCommand())
    .addCommand(appShowCommand())
    .addCommand(appChangeCommand())
    .addCommand(appRemoveCommand());
}
