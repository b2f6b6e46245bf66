import { Command } from 'commander';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { list } from './list.ts';
import { askFor } from './prompt.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly handler?: string;
  readonly events?: readonly string[];
  readonly title?: string;
  readonly json?: true;
}

/** Makes an outgoing webhook and shows by what its calls are known. */
export function outgoingAddCommand(): Command {
  const command = new Command('add')
    .description('Have an address told of events')
    .option('--as <person>', 'whose it is: a name or an id')
    .option('--handler <url>', 'where it is told')
    .option('--events <list>', 'of what, e.g. ONUSERADD', list)
    .option('--title <text>', 'what it is for')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  ${programName()} webhook outgoing add --as Alice --handler https://example.com/hook --events ONUSERADD\n`,
    );
  return whichServer(command).action(async (flags: Flags) => {
    const { title } = flags;
    const as = flags.as ?? (await askFor('--as', 'Whose webhook is it?'));
    const handler = flags.handler ?? (await askFor('--handler', 'Where is it told?'));
    const events = flags.events ?? list(await askFor('--events', 'Of which events?'));
    const body = { as, handler, events, title };
    const added = await control(findServer(flags), 'webhook.outgoing.add', body);
    if (flags.json) return console.log(JSON.stringify(added));
    console.log(added.applicationToken);
    console.error(
      `${added.handler} is told of ${added.events.join(', ')} (id ${added.id}). Calls with this token are ours.`,
    );
  });
}
