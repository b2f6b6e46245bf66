import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { lineLines } from './line-lines.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly json?: true;
}

/** Shows a line with the address of its page. */
export function lineShowCommand(): Command {
  const command = new Command('show')
    .description('Show a line, with its page and what puts it into a site')
    .argument('<line>', 'its name or id')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (name: string, flags: Flags) => {
    const line = await control(findServer(flags), 'line.show', { line: name });
    if (flags.json) return console.log(JSON.stringify(line));
    for (const one of lineLines(line)) console.log(one);
  });
}
