import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly json?: true;
}

/** Takes a bot out of the portal. */
export function botRemoveCommand(): Command {
  const command = new Command('remove')
    .description('Remove a bot, with its private chats and its commands; what it wrote in groups stays')
    .argument('<bot>', 'its id, code or name')
    .option('--as <person>', 'the administrator who removes it (default: the first one)')
    .option('--json', 'print what was removed as JSON');
  return whichServer(command).action(async (bot: string, flags: Flags) => {
    const removed = await control(findServer(flags), 'bot.remove', { bot, as: flags.as });
    if (flags.json) return console.log(JSON.stringify(removed));
    console.log(`${onOneLine(removed.name)} (${removed.id}) is gone, and so are its private chats and its commands.`);
  });
}
