import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { list } from './list.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly add?: string[];
  readonly remove?: string[];
  readonly json?: true;
}

/** Says who works in a department, and changes that. */
export function departmentMembersCommand(): Command {
  const command = new Command('members')
    .description('Say who works in a department, have people work in it, or let them go')
    .argument('<department>', 'its name or id')
    .option('--add <people>', 'who is to work in it, too, with commas between', list)
    .option('--remove <people>', 'who works in it no more, with commas between', list)
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (department: string, flags: Flags) => {
    const { add, remove } = flags;
    const { name, members, ...more } = await control(findServer(flags), 'department.members', {
      department,
      add,
      remove,
    });
    if (flags.json) return console.log(JSON.stringify({ ...more, name, members }));
    const who = members.map((member) => `${member.name} (${member.id})`).join(', ');
    console.log(onOneLine(`${name}: ${who || 'nobody works there'}`));
  });
}
