import { Command, Option } from 'commander';
import { fullName } from '#domain/user/user.ts';
import { Complaint } from '#kit/complaint.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { askFor } from './prompt.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly admin?: boolean;
  readonly dismiss?: true;
  readonly restore?: true;
  readonly json?: true;
}

/** Changes what a person may do, or dismisses them. */
export function userChangeCommand(): Command {
  const command = new Command('change')
    .description('Make a person administrator or not, dismiss somebody or take them back')
    .option('--as <person>', 'whom: a name or an id')
    .option('--admin', 'may administrate the portal')
    .option('--no-admin', 'may no longer')
    .addOption(
      new Option('--dismiss', 'nothing lets them in any more: no session, webhook or token').conflicts('restore'),
    )
    .option('--restore', 'they are back')
    .option('--json', 'print them as JSON');
  return whichServer(command).action(async (flags: Flags) => {
    const { admin: isAdmin, dismiss, restore } = flags;
    if (isAdmin === undefined && !dismiss && !restore)
      throw new Complaint('Say what is to change: --admin, --no-admin, --dismiss or --restore', 2);
    const server = findServer(flags);
    const as = flags.as ?? (await askFor('--as', 'Who is to be changed?'));
    const isActive = dismiss ? false : restore;
    const person = await control(server, 'user.change', { as, isAdmin, isActive });
    if (flags.json) return console.log(JSON.stringify(person));
    const part = person.isAdmin ? ' as administrator' : person.isExtranet ? ' as extranet guest' : '';
    console.log(`${onOneLine(fullName(person))} is ${person.isActive ? `in the portal${part}` : 'dismissed'}.`);
  });
}
