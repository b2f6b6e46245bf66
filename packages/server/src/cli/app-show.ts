import { Command } from 'commander';
import { placementLines, secretLines } from './app-lines.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly json?: true;
}

/** Shows an application with its secrets. */
export function appShowCommand(): Command {
  const command = new Command('show')
    .description('Show an application, its secrets too')
    .argument('<app>', 'its id, client id or title')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (app: string, flags: Flags) => {
    const shown = await control(findServer(flags), 'app.show', { app });
    if (flags.json) return console.log(JSON.stringify(shown));
    for (const line of [...secretLines(shown), ...placementLines(shown)]) console.log(line);
  });
}
