import { Command } from 'commander';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

/** Lists the outgoing webhooks. */
export function outgoingListCommand(): Command {
  const command = new Command('list')
    .description('List the addresses that are told of events')
    .option('--json', 'print them as JSON');
  return whichServer(command).action(async ({ json, ...which }: WhichServer & { json?: true }) => {
    const { webhooks } = await control(findServer(which), 'webhook.outgoing.list', {});
    if (json) return console.log(JSON.stringify(webhooks));
    if (webhooks.length === 0)
      return console.log(`There is no outgoing webhook. To make one: ${programName()} webhook outgoing add --help`);
    const rows = webhooks.map(({ id, title, handler, events }) =>
      [String(id), title, events.join(','), handler].map(onOneLine),
    );
    const [heading = '', ...lines] = table([['ID', 'TITLE', 'TOLD OF', 'AT'], ...rows]);
    for (const line of [styled('dim', heading), ...lines]) console.log(line);
  });
}
