import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly json?: true;
}

/** Lists the lines. */
export function lineListCommand(): Command {
  const command = new Command('list').description('List the lines').option('--json', 'print them as JSON');
  return whichServer(command).action(async (flags: Flags) => {
    const { lines } = await control(findServer(flags), 'line.list', {});
    if (flags.json) return console.log(JSON.stringify(lines));
    if (lines.length === 0) return console.log(`There is no line. To make one: ${proposed('line add NAME')}`);
    const rows = lines.map(({ id, name, isActive, bot, operators, pageUrl }) =>
      [
        String(id),
        name,
        isActive ? 'open' : 'closed',
        bot?.name ?? '',
        operators.map((one) => one.name).join(', '),
        pageUrl,
      ].map(onOneLine),
    );
    const [heading = '', ...shown] = table([['ID', 'NAME', 'IS', 'BOT', 'OPERATORS', 'PAGE'], ...rows]);
    for (const one of [styled('dim', heading), ...shown]) console.log(one);
  });
}
