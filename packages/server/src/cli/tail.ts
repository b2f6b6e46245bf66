import { Command } from 'commander';
import { follow } from './control-client.ts';
import { feedLine } from './feed-line.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { styled } from './terminal.ts';
import { whichServer } from './which-server.ts';

/** Shows what happens, as it happens. */
export function tailCommand(): Command {
  const command = new Command('tail')
    .description('Watch messages, events, their deliveries and refused calls as they happen')
    .option('--as <person>', 'only what that person sees: a name or an id')
    .option('--json', 'one JSON object per line');
  return whichServer(command).action(async (flags: WhichServer & { as?: string; json?: true }) => {
    for await (const item of follow(findServer(flags), 'tail', { as: flags.as })) {
      if (item.kind === 'watching')
        console.error(styled('dim', `Watching ${item.url}. Ctrl-C ends it.`, process.stderr));
      else console.log(flags.json ? JSON.stringify(item) : feedLine(item));
    }
    console.error('The server has stopped.');
  });
}
