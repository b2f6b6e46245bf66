import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly json?: true;
}

/** Takes a line away. */
export function lineRemoveCommand(): Command {
  const command = new Command('remove')
    .description('Take a line away: nobody can write there any more; what was written stays')
    .argument('<line>', 'its name or id')
    .option('--json', 'print what was removed as JSON');
  return whichServer(command).action(async (line: string, flags: Flags) => {
    const removed = await control(findServer(flags), 'line.remove', { line });
    if (flags.json) return console.log(JSON.stringify(removed));
    console.log(onOneLine(`${removed.name} is gone. What visitors wrote stays in its chats.`));
  });
}
