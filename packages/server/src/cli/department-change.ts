import { Command } from 'commander';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly name?: string;
  readonly in?: string;
  readonly head?: string | false;
  readonly json?: true;
}

/** Changes a department. */
export function departmentChangeCommand(): Command {
  const command = new Command('change')
    .description('Rename a department, move it with its parts, or give it another head')
    .argument('<department>', 'its name or id')
    .option('--name <name>', 'what it is called from now on')
    .option('--in <department>', 'what it is a part of from now on: a name or an id')
    .option('--head <person>', 'who heads it: a name or an id')
    .option('--no-head', 'nobody heads it')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (department: string, flags: Flags) => {
    const { name, in: parent } = flags;
    const head = flags.head === false ? null : flags.head;
    if (name === undefined && parent === undefined && head === undefined)
      throw new Complaint(`Say what is to change. See: ${programName()} department change --help`, 2);
    const changed = await control(findServer(flags), 'department.change', { department, name, parent, head });
    if (flags.json) return console.log(JSON.stringify(changed));
    const headed = changed.head ? `headed by ${changed.head.name}` : 'without a head';
    console.log(onOneLine(`${changed.name} (id ${changed.id}) is changed: ${headed}.`));
  });
}
