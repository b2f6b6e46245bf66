import { Command } from 'commander';
import { fullName } from '#domain/user/user.ts';
import { confirming } from './confirm.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { askFor } from './prompt.ts';
import { proposed } from './proposed.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly name?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly admin?: true;
  readonly extranet?: true;
  readonly sameName?: true;
  readonly json?: true;
}

/** Adds a person to the portal. */
export function userAddCommand(): Command {
  const command = new Command('add')
    .description('Add a person to the portal')
    .option('--name <name>', 'first name')
    .option('--last-name <name>', 'last name')
    .option('--email <address>', 'e-mail address')
    .option('--admin', 'may administrate the portal')
    .option('--extranet', 'an outside guest, who sees only the chats they are in')
    .option('--same-name', 'although somebody here has that name already')
    .option('--json', 'print them as JSON');
  return whichServer(command).action(async (flags: Flags) => {
    const server = findServer(flags);
    const name = flags.name ?? (await askFor('--name', 'What is their first name?'));
    const { lastName, email, admin = false, extranet = false } = flags;
    const draft = { name, lastName, email, isAdmin: admin, isExtranet: extranet };
    const person = await confirming('--same-name', flags.sameName ?? false, (isConfirmed) =>
      control(server, 'user.add', { ...draft, isConfirmed }),
    );
    if (flags.json) return console.log(JSON.stringify(person));
    const what = person.isAdmin ? ', administrator' : person.isExtranet ? ', extranet guest' : '';
    console.log(`${onOneLine(fullName(person))} is in the portal (id ${person.id}${what}).`);
    console.log(`Their invitation, good once and for 7 days: ${person.invitationUrl}`);
    console.log(`A webhook for them: ${proposed(`webhook add --as ${person.id}`)}`);
  });
}
