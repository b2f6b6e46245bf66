import { Command } from 'commander';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly json?: true;
}

/** Lists the applications that are registered. */
export function appListCommand(): Command {
  const command = new Command('list')
    .description('List the applications that are registered')
    .option('--json', 'print them as JSON');
  return whichServer(command).action(async (flags: Flags) => {
    const { applications } = await control(findServer(flags), 'app.list', {});
    if (flags.json) return console.log(JSON.stringify(applications));
    if (applications.length === 0)
      return console.log(`No application is registered. To register one: ${programName()} app add --help`);
    const rows = applications.map((app) =>
      [
        String(app.id),
        app.title,
        app.clientId,
        app.scope.join(','),
        app.isInstalled ? (app.isApiOnly ? 'API only' : 'with pages') : 'not installed yet',
      ].map(onOneLine),
    );
    for (const line of table([['ID', 'TITLE', 'CLIENT ID', 'MAY USE', 'IS'], ...rows]))
      console.log(line.startsWith('ID') ? styled('dim', line) : line);
  });
}
