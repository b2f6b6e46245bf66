import { Command } from 'commander';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { askFor } from './prompt.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly json?: true;
}

/** Makes an invitation link of a person. */
export function userInviteCommand(): Command {
  const command = new Command('invite')
    .description('Print a link by which a person chooses their password, for the first time or anew')
    .option('--as <person>', 'whom: a name or an id')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (flags: Flags) => {
    const server = findServer(flags);
    const as = flags.as ?? (await askFor('--as', 'Who is invited?'));
    const invited = await control(server, 'user.invite', { as });
    if (flags.json) return console.log(JSON.stringify(invited));
    console.log(invited.invitationUrl);
    console.error(`For ${onOneLine(invited.name)}: good once, for 7 days. Whoever has it chooses their password.`);
  });
}
