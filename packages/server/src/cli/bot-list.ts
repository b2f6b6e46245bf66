import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly all?: true;
  readonly json?: true;
}

/** Lists the bots of the portal. */
export function botListCommand(): Command {
  const command = new Command('list')
    .description('List the bots; how their deliveries fare: status')
    .option('--all', 'those that are hidden, too')
    .option('--json', 'print them as JSON');
  return whichServer(command).action(async (flags: Flags) => {
    const { bots } = await control(findServer(flags), 'bot.list', { withHidden: flags.all ?? false });
    if (flags.json) return console.log(JSON.stringify(bots));
    if (bots.length === 0) return console.log('There is no bot: an application registers one by imbot.register.');
    const rows = bots.map(({ id, name, code, application, events, isHidden }) => {
      const hears = events === 'fetch' ? 'fetches its events' : 'has a handler';
      return [String(id), name, code, application, `${hears}${isHidden ? ', hidden' : ''}`].map(onOneLine);
    });
    const [heading = '', ...lines] = table([['ID', 'NAME', 'CODE', 'APPLICATION', ''], ...rows]);
    for (const line of [styled('dim', heading), ...lines]) console.log(line);
  });
}
