import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { askFor, askSecret } from './prompt.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
}

/** Sets a person's password. */
export function userPasswordCommand(): Command {
  const command = new Command('password')
    .description('Set the password of a person, who is signed out everywhere')
    .option('--as <person>', 'whose: a name or an id')
    .addHelpText('after', '\nIt is asked for, or read from standard input: never an option, which others could see.\n');
  return whichServer(command).action(async (flags: Flags) => {
    const server = findServer(flags);
    const as = flags.as ?? (await askFor('--as', 'Whose password is it?'));
    const password = await askSecret('What is the new password?');
    const { name } = await control(server, 'user.password', { as, password });
    console.log(`${onOneLine(name)} signs in with the new password from now on.`);
  });
}
