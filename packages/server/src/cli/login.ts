import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { askFor } from './prompt.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly json?: true;
}

/** Makes a link that signs a person in. */
export function loginCommand(): Command {
  const command = new Command('login')
    .description('Print a link that signs a person in, once and within an hour')
    .option('--as <person>', 'whom: a name or an id')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (flags: Flags) => {
    const server = findServer(flags);
    const as = flags.as ?? (await askFor('--as', 'Who is to be signed in?'));
    const link = await control(server, 'login', { as });
    if (flags.json) return console.log(JSON.stringify(link));
    console.log(link.url);
    console.error(`Open it in a browser to be ${onOneLine(link.name)} there. It works once, within an hour.`);
  });
}
