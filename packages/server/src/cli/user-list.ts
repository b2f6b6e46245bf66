import { Command } from 'commander';
import { fullName } from '#domain/user/user.ts';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine, styled, table } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly all?: boolean;
  readonly json?: true;
}

/** Lists the people of the portal. */
export function userListCommand(): Command {
  const command = new Command('list')
    .description('List the people of the portal')
    .option('--all', 'those who were dismissed, too')
    .option('--json', 'print them as JSON');
  return whichServer(command).action(async ({ all = false, json, ...which }: Flags) => {
    const { people } = await control(findServer(which), 'user.list', { withDismissed: all });
    if (json) return console.log(JSON.stringify(people));
    if (people.length === 0)
      return console.log(`Nobody is here yet. To add somebody: ${programName()} user add --help`);
    const rows = people.map((person) => [String(person.id), fullName(person), person.email, standing(person)]);
    const [heading = '', ...lines] = table([['ID', 'NAME', 'E-MAIL', ''], ...rows.map((row) => row.map(onOneLine))]);
    for (const line of [styled('dim', heading), ...lines]) console.log(line);
  });
}

function standing(person: { readonly isActive: boolean; readonly isAdmin: boolean; readonly isExtranet: boolean }) {
  const is = [
    person.isAdmin && 'administrator',
    person.isExtranet && 'extranet guest',
    !person.isActive && 'dismissed',
  ];
  return is.filter(Boolean).join(', ');
}
