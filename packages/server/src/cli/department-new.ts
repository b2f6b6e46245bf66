import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly in?: string;
  readonly head?: string;
  readonly json?: true;
}

/** Adds a department. */
export function departmentNewCommand(): Command {
  const command = new Command('new')
    .description('Add a department to the company')
    .argument('<name...>', 'what it is called')
    .option('--in <department>', 'what it is a part of: a name or an id (default: the whole company)')
    .option('--head <person>', 'who heads it: a name or an id')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (words: string[], flags: Flags) => {
    const { in: parent, head } = flags;
    const department = await control(findServer(flags), 'department.add', { name: words.join(' '), parent, head });
    if (flags.json) return console.log(JSON.stringify(department));
    console.log(onOneLine(`${department.name} is there (id ${department.id}).`));
    console.log(`To have somebody work in it: ${proposed(`department members ${department.id} --add PERSON`)}`);
  });
}
