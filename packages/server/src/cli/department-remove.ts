import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly json?: true;
}

/** Removes a department. */
export function departmentRemoveCommand(): Command {
  const command = new Command('remove')
    .description('Remove a department: its parts and its people go to the one that it was in')
    .argument('<department>', 'its name or id')
    .option('--json', 'print what was removed as JSON');
  return whichServer(command).action(async (department: string, flags: Flags) => {
    const removed = await control(findServer(flags), 'department.remove', { department });
    if (flags.json) return console.log(JSON.stringify(removed));
    console.log(
      `${onOneLine(removed.name)} (${removed.id}) is gone. Its parts and its people are in the one above it.`,
    );
  });
}
