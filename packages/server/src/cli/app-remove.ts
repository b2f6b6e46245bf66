import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly json?: true;
}

/** Takes an application out of the portal. */
export function appRemoveCommand(): Command {
  const command = new Command('remove')
    .description('Remove an application, with its bots and their commands; its tokens are worth nothing from then on')
    .argument('<app>', 'its id, client id or title')
    .option('--as <person>', 'the administrator who removes it (default: the first one)')
    .option('--json', 'print what was removed as JSON');
  return whichServer(command).action(async (app: string, flags: Flags) => {
    const removed = await control(findServer(flags), 'app.remove', { app, as: flags.as });
    if (flags.json) return console.log(JSON.stringify(removed));
    console.log(`${onOneLine(removed.title)} is gone, and so are its bots.`);
  });
}
