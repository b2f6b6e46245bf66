import { Command } from 'commander';
import { lineAddCommand } from './line-add.ts';
import { lineChangeCommand } from './line-change.ts';
import { lineFinishCommand } from './line-finish.ts';
import { lineListCommand } from './line-list.ts';
import { lineRemoveCommand } from './line-remove.ts';
import { lineShowCommand } from './line-show.ts';

/** Open channels, where visitors of sites write. */
export function lineCommand(): Command {
  return new Command('line')
    .description('Open channels with a live chat for visitors of a site: add, list, show, change, finish, remove')
    .helpCommand(false)
    .addCommand(lineAddCommand())
    .addCommand(lineListCommand())
    .addCommand(lineShowCommand())
    .addCommand(lineChangeCommand())
    .addCommand(lineFinishCommand())
    .addCommand(lineRemoveCommand());
}
