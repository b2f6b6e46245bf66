import { Command } from 'commander';
import { fullName } from '#domain/user/user.ts';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import type { ControlFile } from './control-file.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { askFor, canAsk, confirmed } from './prompt.ts';
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
    const person = await control(server, 'user.add', {
      name,
      lastName,
      email,
      isAdmin: admin,
      isExtranet: extranet,
      isSameNameMeant: flags.sameName ?? (await isNamesakeMeant(server, name, lastName)),
    });
    if (flags.json) return console.log(JSON.stringify(person));
    const what = person.isAdmin ? ', administrator' : person.isExtranet ? ', extranet guest' : '';
    console.log(`${onOneLine(fullName(person))} is in the portal (id ${person.id}${what}).`);
    console.log(`Their invitation, good once and for 7 days: ${person.invitationUrl}`);
    console.log(`A webhook for them: ${programName()} webhook add --as ${person.id}`);
  });
}

/** Asks about a second one of a name, where somebody is there to answer; a script is told by the portal. */
async function isNamesakeMeant(server: ControlFile, name: string, lastName = ''): Promise<boolean> {
  if (!canAsk()) return false;
  const { people } = await control(server, 'user.list', {});
  const wanted = `${name} ${lastName}`.trim().toLowerCase();
  const same = people.find((person) => fullName(person).toLowerCase() === wanted);
  return (
    same === undefined ||
    (await confirmed(`Somebody called ${fullName(same)} is here already (id ${same.id}). Add a second one?`))
  );
}
