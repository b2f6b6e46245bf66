import { Command } from 'commander';
import { USUAL_SCOPE } from '#domain/webhook/usual-scope.ts';
import { programName } from '#kit/program-name.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { list } from './list.ts';
import { askFor } from './prompt.ts';
import { days, terms } from './webhook-terms.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as?: string;
  readonly scope?: readonly string[];
  readonly title?: string;
  readonly expires?: number;
  readonly json?: true;
}

/** Makes a webhook and shows its address. */
export function webhookAddCommand(): Command {
  const command = new Command('add')
    .description('Make a webhook: a secret address through which a program acts as a person')
    .option('--as <person>', 'whose it is: a name or an id')
    .option('--scope <list>', `what it may do, e.g. im,imbot (default: ${USUAL_SCOPE.join()})`, list)
    .option('--title <text>', 'what it is for')
    .option('--expires <days>', 'after how many days it stops working', days)
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  ${programName()} webhook add --as Bob --scope im,imbot --title "Weather bot" --expires 30\n`,
    );
  return whichServer(command).action(async (flags: Flags) => {
    const server = findServer(flags);
    const { scope, title, expires: expiresInDays } = flags;
    const body = { as: flags.as ?? (await askFor('--as', 'Whose webhook is it?')), scope, title, expiresInDays };
    const webhook = await control(server, 'webhook.add', body);
    if (flags.json) return console.log(JSON.stringify(webhook));
    console.log(webhook.url);
    console.error(`${terms(webhook)} Whoever has the address acts as that person.`);
  });
}
