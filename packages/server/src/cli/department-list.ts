import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly json?: true;
}

/** Lists the departments as a company structure. */
export function departmentListCommand(): Command {
  const command = new Command('list')
    .description('List the departments, each followed by its parts')
    .option('--json', 'print them as JSON');
  return whichServer(command).action(async (flags: Flags) => {
    const { departments } = await control(findServer(flags), 'department.list', {});
    if (flags.json) return console.log(JSON.stringify(departments));
    const rows = departments.map(({ id, name, depth, head, people }) =>
      [String(id), `${'  '.repeat(depth)}${name}`, head?.name ?? '', String(people)].map(onOneLine),
    );
    const [heading = '', ...lines] = table([['ID', 'DEPARTMENT', 'HEAD', 'PEOPLE'], ...rows]);
    for (const line of [styled('dim', heading), ...lines]) console.log(line);
  });
}
