import { Command } from 'commander';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { until } from './webhook-terms.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly json?: true;
}

/** Lists the webhooks of people. */
export function webhookListCommand(): Command {
  const command = new Command('list')
    .description('List the webhooks of people; with --as, one person’s with their addresses')
    .option('--as <person>', 'whose: a name or an id')
    .option('--json', 'print them as JSON');
  return whichServer(command).action(async ({ as, json, ...which }: Flags) => {
    const { webhooks } = await control(findServer(which), 'webhook.list', { as });
    if (json) return console.log(JSON.stringify(webhooks));
    if (webhooks.length === 0)
      return console.log(`There is no webhook. To make one: ${programName()} webhook add --help`);
    const rows = webhooks.map(({ id, owner, title, scope, expiresAt, url }) =>
      [String(id), owner, title, scope.join(','), until(expiresAt), url ?? ''].map(onOneLine),
    );
    const [heading = '', ...lines] = table([
      ['ID', 'OWNER', 'TITLE', 'MAY USE', 'WORKS', as === undefined ? '' : 'ADDRESS'],
      ...rows,
    ]);
    for (const line of [styled('dim', heading), ...lines]) console.log(line);
  });
}
